package org.hoshimori.platform.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address, lower case: one person, one spelling.
///
/// Only addresses that cannot break a mail header are taken: no space, quote, comment or control
/// character (RFC 5321 allows more, nobody's company uses it).
public record Email(String value) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                            + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    public Email {
        if (value.length() > 254 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /// Full-width letters, as a Japanese keyboard gives them, are understood.
    public static Optional<Email> parse(String text) {
        String plain =
                java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT);
        return plain.length() <= 254 && SHAPE.matcher(plain).matches()
                ? Optional.of(new Email(plain))
                : Optional.empty();
    }

    /// What stands before the `@`: a name until the person gives one.
    String local() {
        return value.substring(0, value.indexOf('@'));
    }
}
