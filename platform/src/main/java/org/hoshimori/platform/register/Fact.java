package org.hoshimori.platform.register;

import java.util.Locale;

/// What a search can be narrowed to, beside words of a name.
enum Fact {
    CERTIFICATE,
    NUMBER,
    PREFECTURE,
    INDUSTRY,
    SCHEME,
    LEVEL,
    STATE;

    /// Its name in the index.
    String field() {
        return "fact." + name().toLowerCase(Locale.ROOT);
    }
}
