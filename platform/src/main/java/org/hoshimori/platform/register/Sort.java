package org.hoshimori.platform.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a list of registrations is sorted by; the certificate's number decides between equals.
enum Sort {
    NAME,
    KANA,
    NUMBER,
    LEVEL,
    REGISTERED,
    UNTIL;

    /// The index's field for what decides between equals.
    static final String TIE = "sort.certificate";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its field in the index.
    String field() {
        return "sort." + word();
    }

    static Optional<Sort> of(String word) {
        return Arrays.stream(values()).filter(sort -> sort.word().equals(word)).findFirst();
    }

    String keyOf(Registration registration) {
        return switch (this) {
            case NAME -> registration.company().name();
            case KANA -> registration.company().kana();
            case NUMBER -> registration.company().corporateNumber();
            case LEVEL -> registration.level();
            case REGISTERED -> registration.registeredOn().toString();
            case UNTIL -> registration.validUntil().toString();
        };
    }
}
