package org.hoshimori.platform.organisation;

import java.text.Normalizer;

/// An officer (役員) of a company. Nobody who is an officer of a company may confirm its assessment;
/// that is why the names are asked.
///
/// @param name as in the commercial register
/// @param kana how the name is read, in full-width katakana; empty when not given
public record Officer(String name, String kana) {

    public Officer {
        if (name.isBlank() || name.length() > 100 || !(kana.isEmpty() || Kana.isKana(kana))) {
            throw new IllegalArgumentException("not an officer: " + name + " / " + kana);
        }
    }

    /// Whether a person looks like this officer: the name or its reading agree when spaces and
    /// width are put aside. Namesakes look alike too: a person decides, the machine warns.
    public boolean looksLike(String otherName, String otherKana) {
        return plain(name).equals(plain(otherName))
                || (!kana.isEmpty() && plain(kana).equals(plain(Kana.of(otherKana))));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}・]", "");
    }
}
