package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;

/// Everything the rules of independence look at, as known at one moment.
///
/// @param employer corporate number of the expert's employer; empty for the self-employed
/// @param company corporate number of the company to be confirmed
/// @param role the expert's role in that company's account, if any, as spelled on the pages
/// @param officers the company's officers and those with the role of executive
/// @param advice what the expert registered and declared
/// @param helped answered or helped in the assessment
/// @param declaration empty until the expert was asked
record Facts(
        Person expert,
        Optional<String> employer,
        String company,
        Optional<String> role,
        List<Person> officers,
        List<Advice> advice,
        boolean helped,
        Optional<Declaration> declaration) {

    Facts {
        officers = List.copyOf(officers);
        advice = List.copyOf(advice);
    }

    /// @param kana may be empty when the person never gave it
    record Person(String name, String kana) {

        /// Same person as far as writing tells: names equal without spaces, and kana where both
        /// gave it. Full-width and half-width forms are one.
        boolean sameAs(Person other) {
            return plain(name).equals(plain(other.name))
                    && (kana.isBlank()
                            || other.kana.isBlank()
                            || plain(kana).equals(plain(other.kana)));
        }

        private static String plain(String text) {
            String folded =
                    java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
                            .replaceAll("\\s+", "")
                            .toLowerCase(java.util.Locale.ROOT);
            var katakana = new StringBuilder(folded.length());
            folded.chars()
                    .map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + 'ァ' - 'ぁ' : c)
                    .forEach(c -> katakana.append((char) c));
            return katakana.toString();
        }
    }
}
