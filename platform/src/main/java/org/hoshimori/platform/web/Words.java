package org.hoshimori.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every text of the pages, from `messages/<module>_ja.properties` and `_en.properties` (UTF-8).
///
/// A key begins with its module's name: `register.search.title`. Arguments stand as `{0}`; a single
/// quote in a text with arguments is written twice, as `MessageFormat` wants it.
@Component
public class Words {

    private final Map<String, String> japanese = load(Language.JA);
    private final Map<String, String> english = load(Language.EN);

    Words() {}

    /// @throws IllegalArgumentException when no such text exists: a bug, found by the tests of
    ///   every page
    public String say(Language language, String key, Object... arguments) {
        String text = all(language).get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.tag());
        }
        return arguments.length == 0
                ? text
                : new MessageFormat(text, language.locale()).format(arguments);
    }

    public boolean has(Language language, String key) {
        return all(language).containsKey(key);
    }

    /// Every text of one language, for the test that holds both languages to the same keys.
    Map<String, String> all(Language language) {
        return language == Language.JA ? japanese : english;
    }

    private static Map<String, String> load(Language language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver()
                            .getResources(
                                    "classpath*:messages/*_" + language.tag() + ".properties")) {
                var properties = new Properties();
                try (var reader =
                        new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> all.put((String) key, (String) text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the texts of the pages cannot be read", e);
        }
        return Map.copyOf(all);
    }
}
