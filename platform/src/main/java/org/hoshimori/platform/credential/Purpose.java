package org.hoshimori.platform.credential;

import java.util.Locale;
import java.util.Optional;

/// The two status lists (see [StatusPlace]).
public enum Purpose {
    /// Set while the certificate must not be accepted, for whatever reason.
    SUSPENSION,
    /// Set for good when it was withdrawn or superseded.
    REVOCATION;

    /// The word in `statusPurpose` and in the list's name.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The last part of a list's address, such as `suspension-1`.
    public String list(long block) {
        return word() + "-" + block;
    }

    public static Optional<Purpose> of(String word) {
        for (Purpose purpose : values()) {
            if (purpose.word().equals(word)) {
                return Optional.of(purpose);
            }
        }
        return Optional.empty();
    }
}
