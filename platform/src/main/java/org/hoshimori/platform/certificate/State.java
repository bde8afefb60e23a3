package org.hoshimori.platform.certificate;

import java.util.Locale;

/// Where a certificate stands in its life.
public enum State {
    REGISTERED,
    /// Without effect until it is reinstated (再開), when it is registered again.
    SUSPENDED,
    /// Ended by the operator or the company before its last day.
    WITHDRAWN,
    /// Its last day has passed.
    EXPIRED,
    /// Its renewal was registered.
    SUPERSEDED;

    /// The word in tables, addresses and message keys.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Whether it can still change.
    public boolean living() {
        return this == REGISTERED || this == SUSPENDED;
    }
}
