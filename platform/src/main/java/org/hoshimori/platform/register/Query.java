package org.hoshimori.platform.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A search of the register, already in the form the index knows.
///
/// @param words in the search's spelling, all of which must occur
/// @param terms what the index of terms is asked for: facts, characters and character pairs
/// @param columns facts asked of their columns instead: those that go along with the order (a level
///   sorted by level, a state sorted by days), where only an index over both finds a page at once
/// @param after where the previous page ended
record Query(
        List<String> words,
        List<String> terms,
        Map<String, String> columns,
        Sort sort,
        boolean descending,
        Optional<Place> after) {

    /// Every state but that of certificates that were replaced.
    static final String CURRENT = "current";

    static final String ANY = "any";

    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 200;

    /// The last row of a page: its sort key and its certificate.
    record Place(String key, String certificate) {

        String token() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((certificate + "\n" + key).getBytes(StandardCharsets.UTF_8));
        }

        /// A token we did not make is no place: the list then begins at its beginning.
        static Optional<Place> of(String token, Sort sort) {
            try {
                String text =
                        new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
                int line = text.indexOf('\n');
                if (line < 0 || text.indexOf('\0') >= 0) {
                    return Optional.empty();
                }
                String key = text.substring(line + 1);
                boolean fits = sort.type().equals("text") || isDay(key);
                return fits
                        ? Optional.of(new Place(key, text.substring(0, line)))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static boolean isDay(String key) {
            try {
                return java.time.LocalDate.parse(key).getYear() < 10_000;
            } catch (java.time.DateTimeException e) {
                return false;
            }
        }
    }

    /// Reads what was typed and chosen; what cannot be is treated as not chosen.
    static Query of(Asked asked) {
        boolean descending = asked.sort().startsWith("-");
        Sort sort = Sort.of(asked.sort().replaceFirst("^-", "")).orElse(Sort.KANA);
        List<String> terms = new ArrayList<>();
        Map<String, String> columns = new TreeMap<>();
        fact(asked.prefecture()).ifPresent(value -> terms.add("prefecture=" + value));
        fact(asked.industry()).ifPresent(value -> terms.add("industry=" + value));
        fact(asked.scheme()).ifPresent(value -> terms.add("scheme=" + value));
        fact(asked.level())
                .ifPresent(value -> choose("level", value, sort == Sort.LEVEL, terms, columns));
        // Replaced certificates are history: shown only when somebody asks for them.
        String state = fact(asked.state()).orElse(CURRENT);
        boolean byDay = sort == Sort.REGISTERED || sort == Sort.UNTIL;
        if (byDay || !state.equals(ANY)) {
            choose("state", state, byDay, terms, columns);
        }
        String typed =
                asked.q().substring(0, Math.min(LONGEST, asked.q().length())).replace("\0", "");
        List<String> words = new ArrayList<>();
        Optional<String> number = number(typed);
        if (number.isPresent()) {
            terms.add("number=" + number.get());
        } else {
            for (String word : Spelling.words(typed).stream().limit(MOST_WORDS).toList()) {
                if (word.matches("[a-z]+-[0-9a-z-]*[0-9]{4}")) {
                    terms.add("certificate=" + word);
                } else {
                    words.add(word);
                }
            }
        }
        words.stream().flatMap(word -> Spelling.pairs(word).stream()).forEach(terms::add);
        return new Query(
                words,
                terms.stream().distinct().toList(),
                columns,
                sort,
                descending,
                Place.of(asked.after(), sort));
    }

    /// What the index holds of a registration.
    static Stream<String> termsOf(Entry entry) {
        Company company = entry.company();
        Kind state = entry.kind().state();
        return Stream.of(
                        Stream.of(
                                "number=" + company.corporateNumber(),
                                "certificate=" + entry.certificate().toLowerCase(Locale.ROOT),
                                "prefecture=" + company.prefecture(),
                                "industry=" + company.industry(),
                                "level=" + entry.level(),
                                "scheme=" + entry.scheme(),
                                "state=" + state.word()),
                        state == Kind.SUPERSEDED
                                ? Stream.<String>empty()
                                : Stream.of("state=" + CURRENT),
                        needles(company).flatMap(name -> Spelling.parts(name).stream()))
                .flatMap(stream -> stream)
                .distinct();
    }

    static Stream<String> needles(Company company) {
        return Stream.concat(
                        Stream.of(company.name(), company.kana()), company.englishName().stream())
                .map(Spelling::of);
    }

    /// 法人番号 as people write it: full-width digits, hyphens and spaces of every kind.
    private static Optional<String> number(String typed) {
        String digits =
                java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}\\p{Pd}\\u2212\\u30FC]", "")
                        .replaceFirst("^[tT]", "");
        return digits.matches("[0-9]{13}") ? Optional.of(digits) : Optional.empty();
    }

    private static Optional<String> fact(String value) {
        return value.matches("[A-Za-z0-9.-]{1,40}") ? Optional.of(value) : Optional.empty();
    }

    private static void choose(
            String name,
            String value,
            boolean byColumn,
            List<String> terms,
            Map<String, String> columns) {
        if (byColumn) {
            columns.put(name, value);
        } else {
            terms.add(name + "=" + value);
        }
    }
}
