package org.hoshimori.platform.register;

import java.util.Locale;

/// What an entry says has happened to a certificate.
public enum Kind {
    REGISTERED,
    SUSPENDED,
    REINSTATED,
    WITHDRAWN,
    EXPIRED,
    /// A newer certificate of the same company and scheme took its place.
    SUPERSEDED;

    /// The word in entries, addresses and the API: `registered`, `suspended`, ...
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// The state of the certificate after it: reinstated means registered again.
    public Kind state() {
        return this == REINSTATED ? REGISTERED : this;
    }
}
