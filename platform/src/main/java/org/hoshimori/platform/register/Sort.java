package org.hoshimori.platform.register;

import java.util.Arrays;
import java.util.Optional;

/// What a list of registrations is sorted by; each has an index that ends in the certificate's
/// number.
enum Sort {
    NAME("name", "text"),
    KANA("kana", "text"),
    NUMBER("corporate_number", "text"),
    LEVEL("level", "text"),
    REGISTERED("registered_on", "date"),
    UNTIL("valid_until", "date");

    private final String column;
    private final String type;

    Sort(String column, String type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    /// The column's type in SQL, which a keyset value is cast to.
    String type() {
        return type;
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
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
