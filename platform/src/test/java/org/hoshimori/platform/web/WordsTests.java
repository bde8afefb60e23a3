package org.hoshimori.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hoshimori.platform.assessment.Cause;
import org.hoshimori.platform.assessment.Stage;
import org.junit.jupiter.api.Test;

class WordsTests {

    private static final Pattern USED =
            Pattern.compile("frame\\.say\\(\\s*\"([a-z][a-z0-9.-]*[a-z0-9])\"");

    /// What happens to experts and accounts themselves is in no company's trail.
    private static final Pattern HAPPENING =
            Pattern.compile(
                    "\"((?:adviser|answer|api|assessment|certificate|duty|evidence|organisation|outlook|scope)\\.[a-z-]*[a-z]|expert\\.(?:invited|accepted|refused|read|returned))\"");

    private static final Pattern JAPANESE =
            Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private final Words words = new Words();

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(words.all(Language.EN).keySet())
                .containsExactlyInAnyOrderElementsOf(words.all(Language.JA).keySet());
    }

    @Test
    void noTextIsEmpty() {
        for (Language language : Language.values()) {
            assertThat(words.all(language))
                    .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
        }
    }

    @Test
    void englishHasNoJapaneseInIt() {
        // Names of things that exist in Japanese only (the other language's name, titles of laws)
        // stand in brackets or quotes.
        assertThat(words.all(Language.EN))
                .allSatisfy((key, text) -> {
                    if (!key.startsWith("web.language")
                            && !text.contains("(")
                            && !text.contains("“")
                            && !text.contains("「")) {
                        assertThat(JAPANESE.matcher(text).find()).as(key + " = " + text).isFalse();
                    }
                });
    }

    @Test
    void everyTextThatAPageOrAClassAsksForExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path root : new Path[] {Path.of("src/main/jte"), Path.of("src/main/java")}) {
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    var used = USED.matcher(Files.readString(file));
                    while (used.find()) {
                        if (!words.has(Language.JA, used.group(1))) {
                            missing.add(used.group(1) + " (" + file.getFileName() + ")");
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everythingThatCanHappenToACompanyHasWordsInItsTrail() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file);
                var happening = HAPPENING.matcher(source);
                while (source.contains("appening(") && happening.find()) {
                    if (!words.has(Language.JA, "trail." + happening.group(1))) {
                        missing.add(happening.group(1) + " (" + file.getFileName() + ")");
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(Cause.values()).allMatch(cause -> happens("answer." + cause.code()));
        assertThat(Stage.values())
                .filteredOn(stage -> stage != Stage.DRAFT)
                .allMatch(stage -> happens("assessment." + stage.code()));
    }

    private boolean happens(String what) {
        return words.has(Language.JA, "trail." + what);
    }
}
