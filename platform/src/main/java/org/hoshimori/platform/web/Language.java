package org.hoshimori.platform.web;

import java.util.Locale;

/// The two languages every page is complete in; Japanese comes first.
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The tag of the `lang` attribute and of message files: `ja` or `en`.
    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /// @return the language of a tag such as `en` or `en-GB`; Japanese for everything that is not
    ///   English
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : JA;
    }
}
