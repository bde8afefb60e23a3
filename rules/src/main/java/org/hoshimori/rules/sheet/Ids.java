package org.hoshimori.rules.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.rules.Edition;

/// Finds the id in a cell of a scheme's own sheet, where it may stand before the words it names
/// (`ID.AM-05.1: …`), lack its zeros (`ID.AM-5.1`), or have its part beside it.
final class Ids {
    private static final Pattern FIRST =
            Pattern.compile("[\\p{Alnum}][\\p{Alnum}.\\-_]*(?:\\[\\w+])?");

    /// What may stand around a bare number.
    private static final Pattern AROUND = Pattern.compile("^(?i:no\\.?|問|質問|q)|[.番]$");

    private static final Pattern ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");

    /// An id stands at the beginning of a cell.
    private static final int LONGEST = 200;

    private final Edition edition;
    private final Map<String, String> withoutZeros = new HashMap<>();
    private final Set<String> shapes = new HashSet<>();
    private final Map<String, Optional<String>> seen = new HashMap<>();

    Ids(Edition edition) {
        this.edition = edition;
        for (String id : edition.answerableIds()) {
            withoutZeros.putIfAbsent(bare(id), id);
            shapes.add(shape(id));
        }
    }

    /// The id that a cell names.
    ///
    /// @param part the letter of a part from another column, `a` or `[a]`; empty for none
    Optional<String> in(String cell, String part) {
        return cell.length() > LONGEST
                ? find(cell.substring(0, LONGEST), part)
                : seen.computeIfAbsent(cell + '\n' + part, _ -> find(cell, part));
    }

    private Optional<String> find(String cell, String part) {
        String whole = Spelling.id(cell);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        String letter = Spelling.id(part).replaceAll("[\\[\\]().]", "");
        Optional<String> found =
                letter.isEmpty() ? Optional.empty() : known(whole + "[" + letter + "]");
        return found.or(() -> known(AROUND.matcher(whole).replaceAll("")))
                .or(() -> first(cell).flatMap(this::known));
    }

    /// The id before other words. A bare number there is more likely one of a heading.
    private static Optional<String> first(String cell) {
        Matcher first = FIRST.matcher(Spelling.spaced(cell));
        return first.lookingAt() && !first.group().matches("[0-9]+\\.?")
                ? Optional.of(first.group().replaceAll("[.\\-_]+$", ""))
                : Optional.empty();
    }

    private Optional<String> known(String typed) {
        return edition.meant(typed)
                .filter(edition::answerable)
                .or(() -> Optional.ofNullable(withoutZeros.get(bare(typed))));
    }

    /// Whether a cell looks like an id of this edition, known or not.
    boolean alike(String cell) {
        return cell.length() < LONGEST && shapes.contains(shape(Spelling.id(cell)));
    }

    private static String bare(String id) {
        return ZEROS.matcher(id).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String shape(String id) {
        return id.replaceAll("[0-9]+", "9").replaceAll("\\p{L}+", "A");
    }
}
