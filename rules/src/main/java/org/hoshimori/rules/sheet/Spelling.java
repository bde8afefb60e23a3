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

    /// A word in lower case and half width.
    static String word(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /// A column's heading without spaces and punctuation.
    static String heading(String typed) {
        return word(typed).replaceAll("[\\s\\p{Punct}：・、]", "");
    }
}
