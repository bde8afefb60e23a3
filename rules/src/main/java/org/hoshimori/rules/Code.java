package org.hoshimori.rules;

import java.util.Locale;

/// An enumerated word that files and JSON spell in lower case with hyphens (`assessment-body`).
public interface Code {
    String name();

    /// The spelling in files and JSON.
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
