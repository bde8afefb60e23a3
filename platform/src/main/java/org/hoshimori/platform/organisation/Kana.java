package org.hoshimori.platform.organisation;

import java.text.Normalizer;

/// How a name is read: stored as full-width katakana, whatever was typed.
final class Kana {

    private static final int HIRAGANA_TO_KATAKANA = 'ァ' - 'ぁ';

    private Kana() {}

    /// Hiragana and half-width katakana become full-width katakana (NFKC); runs of spaces become
    /// one; other characters stay, so that [#isKana] can refuse them.
    static String of(String typed) {
        String wide = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var katakana = new StringBuilder(wide.length());
        wide.codePoints()
                .map(c ->
                        (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ'
                                ? c + HIRAGANA_TO_KATAKANA
                                : c)
                .forEach(katakana::appendCodePoint);
        return katakana.toString().replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    /// Katakana, the long mark, the middle dot and spaces; digits and Latin letters are read as
    /// kana in Japan's registers, so they are not kana here either.
    static boolean isKana(String text) {
        return text.matches("[ァ-ヺーヽヾ・ ]{1,200}") && !text.isBlank();
    }
}
