package org.hoshimori.platform.credential;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/// The texts of verdicts and documents where no page is around them: `messages/credential_*`.
public final class Phrases {

    private final Locale locale;
    private final Properties texts = new Properties();

    /// @param language `ja` or `en`
    public Phrases(String language) {
        locale = Locale.of(language);
        String name = "/messages/credential_" + language + ".properties";
        try (var stream = Phrases.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no texts in " + language);
            }
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the texts cannot be read: " + name, e);
        }
    }

    public String say(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    public String say(Step step) {
        return say(step.key(), step.arguments().toArray());
    }
}
