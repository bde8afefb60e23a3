package org.hoshimori.formats.oscal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;

/// Ids of criteria as OSCAL wants them: a token begins with a letter. `4-1-3-2` of `scs` becomes
/// `scs_4-1-3-2`; what is a token already stays.
final class Ids {
    private final Edition edition;
    private final boolean asTheyAre;
    private final Map<String, String> byToken = new LinkedHashMap<>();

    Ids(Edition edition) {
        this(edition, false);
    }

    /// @param asTheyAre whether the ids are those of a catalog already
    Ids(Edition edition, boolean asTheyAre) {
        this.edition = edition;
        this.asTheyAre = asTheyAre;
        for (Criterion criterion : edition.criteria()) {
            byToken.put(token(criterion.id()).toLowerCase(Locale.ROOT), criterion.id());
            criterion
                    .parts()
                    .forEach(part -> {
                        String id = criterion.id() + "[" + part.id() + "]";
                        byToken.put(token(id).toLowerCase(Locale.ROOT), id);
                    });
        }
    }

    String token(String id) {
        if (asTheyAre) {
            return id;
        }
        String plain = id.replace('[', '.').replaceAll("[^\\p{L}\\p{N}._-]", "");
        return plain.isEmpty()
                        || !Character.isLetter(plain.codePointAt(0)) && plain.charAt(0) != '_'
                ? edition.scheme() + "_" + plain
                : plain;
    }

    /// The criterion that a control, statement or objective of OSCAL stands for: exactly, or the
    /// one whose token it continues (`ac-2_smt.a`).
    Optional<String> criterion(String target) {
        if (edition.criterion(target).isPresent() || edition.requirement(target).isPresent()) {
            return Optional.of(target);
        }
        String own = byToken.get(token(target).toLowerCase(Locale.ROOT));
        if (own != null) {
            return Optional.of(own);
        }
        String lower = target.toLowerCase(Locale.ROOT);
        for (int end = lower.length(); end > 0; end = cut(lower, end)) {
            String found = byToken.get(lower.substring(0, end));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static int cut(String target, int end) {
        return Math.max(target.lastIndexOf('_', end - 1), target.lastIndexOf('.', end - 1));
    }
}
