package org.hoshimori.platform.organisation;

import java.net.URI;
import java.util.Optional;

/// The facts of a company that its owners may change.
///
/// @param name as in the commercial register, at most 150 characters
/// @param kana how the name is read, in full-width katakana
/// @param englishName the name in Latin letters
/// @param prefecture where the head office is: JIS X 0401, `01` to `47`; its name is the text
///   `organisation.prefecture.NN`
/// @param industry the major division of 日本標準産業分類, `A` to `T`; its name is the text
///   `organisation.industry.X`
/// @param website an http or https address
public record Profile(
        String name,
        String kana,
        Optional<String> englishName,
        String prefecture,
        String industry,
        Size size,
        Optional<URI> website) {

    public Profile {
        if (name.isBlank() || name.length() > 150) {
            throw new IllegalArgumentException("a name has 1 to 150 characters");
        }
        if (!Kana.isKana(kana)) {
            throw new IllegalArgumentException("not katakana: " + kana);
        }
        if (!prefecture.matches("0[1-9]|[1-3][0-9]|4[0-7]")) {
            throw new IllegalArgumentException("no such prefecture: " + prefecture);
        }
        if (!industry.matches("[A-T]")) {
            throw new IllegalArgumentException("no such industry: " + industry);
        }
        if (website.isPresent()
                && !String.valueOf(website.get().getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException("not a web address: " + website.get());
        }
    }
}
