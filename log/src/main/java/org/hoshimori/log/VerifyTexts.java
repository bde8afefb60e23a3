package org.hoshimori.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// What [Verify] says, in Japanese or English.
final class VerifyTexts {

    private final Properties texts = new Properties();

    VerifyTexts(String language) {
        String file = "verify_" + language + ".properties";
        try (InputStream in =
                Objects.requireNonNull(VerifyTexts.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String say(String key, Object... values) {
        String pattern = Objects.requireNonNull(texts.getProperty(key), key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ROOT).format(values);
    }
}
