package org.hoshimori.platform.organisation;

import java.text.Normalizer;

/// An officer (役員) of a company. Nobody who is an officer of a company may confirm its assessment;
/// that is why the names are asked.
///
/// @param name as in the commercial register
/// @param kana katakana, as [Kana] stores it
public record Officer(String name, String kana) {

    public Officer {
        if (name.isBlank() || name.length() > 100 || !Kana.isKana(kana)) {
            throw new IllegalArgumentException("not an officer: " + name + " / " + kana);
        }
    }

    /// Whether two entries look like the same person: the kana or the name agree when spaces and
    /// width are put aside.
    public boolean looksLike(String otherName, String otherKana) {
        return plain(name).equals(plain(otherName))
                || (!otherKana.isBlank() && plain(kana).equals(plain(otherKana)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}・]", "");
    }
}
