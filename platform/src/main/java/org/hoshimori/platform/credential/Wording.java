package org.hoshimori.platform.credential;

/// A text of the scheme in both languages.
public record Wording(String ja, String en) {

    public Wording {
        if (ja.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a wording has a text in both languages");
        }
    }

    /// @param language `ja` or `en`
    public String in(String language) {
        return language.equals("en") ? en : ja;
    }
}
