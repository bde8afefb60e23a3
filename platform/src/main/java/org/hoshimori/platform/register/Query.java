package org.hoshimori.platform.register;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A search of the register, in the search's own spelling.
///
/// @param words all of which must occur in one of the names each
/// @param facts all of which must be so
/// @param after where the previous page ended
record Query(
        List<String> words,
        Map<Fact, String> facts,
        Sort sort,
        boolean descending,
        Optional<Place> after) {

    /// Every state but that of certificates that were replaced.
    static final String CURRENT = "current";

    private static final String ANY = "any";
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
        static Optional<Place> of(String token) {
            try {
                String text =
                        new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
                int line = text.indexOf('\n');
                return line < 0
                        ? Optional.empty()
                        : Optional.of(new Place(text.substring(line + 1), text.substring(0, line)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /// Reads what was typed and chosen; what cannot be is treated as not chosen.
    static Query of(Asked asked) {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        choose(facts, Fact.PREFECTURE, asked.prefecture());
        choose(facts, Fact.INDUSTRY, asked.industry());
        choose(facts, Fact.SCHEME, asked.scheme());
        choose(facts, Fact.LEVEL, asked.level());
        // Replaced certificates are history: shown only when somebody asks for them.
        facts.put(Fact.STATE, CURRENT);
        choose(facts, Fact.STATE, asked.state());
        facts.remove(Fact.STATE, ANY);
        String typed = asked.q().substring(0, Math.min(LONGEST, asked.q().length()));
        List<String> words = new ArrayList<>();
        Optional<String> number = number(typed);
        if (number.isPresent()) {
            facts.put(Fact.NUMBER, number.get());
        } else {
            for (String word : Spelling.words(typed).stream().limit(MOST_WORDS).toList()) {
                if (word.matches("[a-z]+-[0-9a-z-]*[0-9]{4}")) {
                    facts.put(Fact.CERTIFICATE, word);
                } else {
                    words.add(word);
                }
            }
        }
        boolean descending = asked.sort().startsWith("-");
        return new Query(
                List.copyOf(words),
                facts,
                Sort.of(asked.sort().replaceFirst("^-", "")).orElse(Sort.KANA),
                descending,
                Place.of(asked.after()));
    }

    /// 法人番号 as people write it: full-width digits, hyphens and spaces of every kind.
    private static Optional<String> number(String typed) {
        String digits =
                Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}\\p{Pd}\\u2212\\u30FC]", "")
                        .replaceFirst("^[tT]", "");
        return digits.matches("[0-9]{13}") ? Optional.of(digits) : Optional.empty();
    }

    private static void choose(Map<Fact, String> facts, Fact fact, String value) {
        if (value.matches("[A-Za-z0-9.-]{1,40}")) {
            facts.put(fact, value);
        }
    }
}
