package org.hoshimori.platform.account;

import java.util.Optional;

/// A person's name: one line of 1 to 100 characters.
record PersonName(String value) {

    PersonName {
        if (!tidy(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("not a name");
        }
    }

    static Optional<PersonName> parse(String text) {
        return tidy(text).map(PersonName::new);
    }

    /// The text on one line without control characters, as a mail header and a list can carry it.
    static Optional<String> tidy(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s\\u3000]+", " ").strip();
        return line.isEmpty() || line.codePointCount(0, line.length()) > 100
                ? Optional.empty()
                : Optional.of(line);
    }
}
