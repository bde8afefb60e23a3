package org.hoshimori.probe;

import java.util.Locale;

/// The same words in Japanese (which decides) and in English.
///
/// @param ja never blank
/// @param en never blank
public record Text(String ja, String en) {
    public Text {
        if (ja.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: " + ja + en);
        }
    }

    /// The words for a reader of `locale`: Japanese for Japanese, else English.
    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }
}
