package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Results stay the same byte for byte while the engine is made quicker. Each line of the golden
/// file is one level of one edition: the digest of the JSON of many random sets of answers.
///
/// Wording and the digest of the scheme's file are left out, so that only a change of what is
/// asked, or of the engine, shows. A line that changed for a good reason is renewed by writing the
/// actual file over the golden one; a change of the engine raises [Evaluation#ENGINE].
class GoldenResultsTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/results.txt");
    private static final Path ACTUAL = Path.of("target/golden-results.txt");
    private static final int SETS = 60;

    @Test
    void theSameAnswersGiveTheSameResultsAsEver() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Edition edition : Carried.schemes().editions()) {
            for (Level level : edition.levels()) {
                lines.add(
                        "%s/%s %s %s"
                                .formatted(
                                        edition.scheme(),
                                        edition.id(),
                                        level.id(),
                                        digest(edition, level)));
            }
        }
        Files.write(ACTUAL, lines);
        assertThat(lines)
                .as("renewed by: cp rules/%s rules/%s".formatted(ACTUAL, GOLDEN))
                .isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static String digest(Edition edition, Level level) {
        var all = new StringBuilder();
        for (int seed = 0; seed < SETS; seed++) {
            Random random = new Random(seed);
            Answers answers = RandomAnswers.of(edition, random);
            Evaluation evaluation =
                    edition.evaluate(level.id(), answers, settings(edition, random));
            Locale locale = seed % 2 == 0 ? Locale.JAPANESE : Locale.ENGLISH;
            all.append(bare(evaluation.json(locale), edition)).append('\n');
        }
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, BigDecimal> settings(Edition edition, Random random) {
        Map<String, BigDecimal> chosen = new TreeMap<>();
        for (Setting setting : edition.settings()) {
            if (random.nextInt(4) == 0) {
                chosen.put(setting.id(), setting.value().add(BigDecimal.ONE));
            }
        }
        return chosen;
    }

    private static String bare(String json, Edition edition) {
        return json.replace(edition.sha256(), "")
                .replaceAll("\"(completes|band_meaning)\":\"(?:[^\"\\\\]|\\\\.)*+\"", "");
    }
}
