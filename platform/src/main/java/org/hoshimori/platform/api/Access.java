package org.hoshimori.platform.api;

import java.util.Locale;

/// What a token may be used for.
public enum Access {
    READ,
    /// Reads too.
    WRITE;

    /// The spelling in tables, JSON and message keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Access of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
