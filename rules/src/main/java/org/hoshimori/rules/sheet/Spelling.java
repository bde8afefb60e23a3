package org.hoshimori.rules.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings what people type to one spelling.
final class Spelling {
    /// Everything that looks like a hyphen: hyphens, dashes, the minus, the long vowel mark.
    private static final Pattern HYPHENS =
            Pattern.compile("[\\u2010-\\u2015\\u2212\\u30FC\\uFE58\\uFE63\\uFF0D\\uFF70]");

    private Spelling() {}

    /// An id with half-width digits and plain hyphens, without spaces.
    static String id(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return HYPHENS.matcher(narrow).replaceAll("-").replaceAll("\\s", "");
    }

    /// The same with its spaces, for a cell in which more follows the id.
    static String spaced(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        return HYPHENS.matcher(narrow).replaceAll("-").strip();
    }

    /// A word in lower case and half width.
    static String word(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /// A level without what may stand before its number: `レベル２` is 2.
    static String level(String typed) {
        return word(typed).replaceAll("^(level|レベル|lv\\.?|(ml|l)(?=\\s*[0-9])|★)\\s*", "").strip();
    }

    /// A column's heading without spaces, punctuation and what stands in brackets behind it.
    static String heading(String typed) {
        String word = word(typed);
        String bare = word.replaceAll("[(\\[【〔].*?[)\\]】〕]", "");
        return (bare.isBlank() ? word : bare).replaceAll("[\\s\\p{Punct}：・、※]", "");
    }
}
