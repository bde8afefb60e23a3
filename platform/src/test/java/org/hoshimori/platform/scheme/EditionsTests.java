package org.hoshimori.platform.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.Placing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// Editions that come while the application runs, at one instance and at another.
class EditionsTests extends PlatformTests {

    private static final String YAML =
            """
            format: 1
            scheme: late
            edition: "%s"
            status: imported
            title: {ja: 後から来た制度, en: A scheme that came later}
            short_title: {ja: 後, en: Late}
            valid_from: 2026-01-01
            sources:
              - {id: S1, title: 試験, confidence: A}
            levels:
              - id: "1"
                title: {ja: 段階1, en: Level 1}
                name: {ja: 基本, en: Basic}
                rule: all-met
                validity_months: 12
                validity_confidence: C
                assurance: {ja: 自己評価, en: Self-assessed}
                confirmed_by: self
            categories:
              - {id: "A", title: {ja: 分類, en: %s}}
            requirements:
              - id: A-1
                category: "A"
                level: "1"
                title: {ja: 要求, en: Requirement}
                status: official
                confidence: A
                criteria:
                  - id: A-1-1
                    level: "1"
                    status: official
                    confidence: A
                    kind: rule
                    text: {ja: 基準がある。, en: There is a criterion.}
            """;

    @Autowired Editions editions;
    @TempDir Path otherData;

    @AfterEach
    void forget() throws IOException {
        jdbc.sql("delete from scheme.file").update();
        Files.deleteIfExists(data.resolve("schemes/wording/scs-2026-03-27.csv"));
        Files.deleteIfExists(data.resolve("schemes/measures/9999-01.yaml"));
        Path late = data.resolve("schemes/late");
        if (Files.exists(late)) {
            try (Stream<Path> files = Files.walk(late)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        editions.look();
    }

    @Test
    void anImportedEditionIsUsableWithoutARestartAndAtAnotherInstance() throws IOException {
        lay(data, "2026", "first", Instant.now());
        editions.look();
        assertThat(editions.find("late", "2026")).isPresent();
        assertThat(visit().get("/schemes/late?edition=2026&lang=en").body())
                .contains("A scheme that came later");

        Editions other = instance(otherData);
        // Asked for by name it is there at once; nobody has to wait for the next look.
        assertThat(other.find("late", "2026")).isPresent();
        assertThat(other.all()).isEqualTo(editions.all());
        assertThat(otherData.resolve("schemes/late/2026.yaml"))
                .hasSameTextualContentAs(data.resolve("schemes/late/2026.yaml"));

        // And back, without a name: by the look that every instance takes.
        lay(otherData, "2027", "second", Instant.now());
        other.look();
        editions.look();
        assertThat(editions.of("late")).extracting(Edition::id).containsExactly("2027", "2026");
    }

    @Test
    void theLaterWritingWinsEverywhere() throws IOException {
        Instant now = Instant.now();
        Editions other = instance(otherData);
        lay(data, "2026", "older", now.minusSeconds(60));
        lay(otherData, "2026", "newer", now);
        other.look();
        editions.look();
        other.look();
        assertThat(editions.get("late", "2026").categories().getFirst().title().en())
                .isEqualTo("newer");
        assertThat(other.get("late", "2026")).isEqualTo(editions.get("late", "2026"));
    }

    @Test
    void aFaultLeavesAllAsItWasAndStaysAtItsInstance() throws IOException {
        lay(data, "2026", "fine", Instant.now());
        editions.look();
        Files.writeString(data.resolve("schemes/late/broken.yaml"), "scheme: [");
        editions.look();
        assertThat(editions.find("late", "2026")).isPresent();
        assertThat(jdbc.sql("select path from scheme.file").query(String.class).list())
                .containsExactly("late/2026.yaml");

        Files.delete(data.resolve("schemes/late/broken.yaml"));
        lay(data, "2027", "fine again", Instant.now());
        editions.look();
        assertThat(editions.find("late", "2027")).isPresent();
    }

    @Test
    void whatWasGivenOfASheetAndMeasuresReachEveryInstance() throws IOException {
        Editions other = instance(otherData);
        Edition scs = editions.get("scs", "2026-03-27");
        OfficialWording wording =
                new OfficialWording(
                        "scs",
                        "2026-03-27",
                        "0".repeat(64),
                        new TreeMap<>(),
                        new TreeMap<>(Map.of("4-1-3-2", "公式の文")),
                        Placing.NONE);
        assertThat(editions.keep(scs, wording)).isTrue();
        Path measures = data.resolve("schemes/measures/9999-01.yaml");
        Files.createDirectories(measures.getParent());
        Files.writeString(
                measures,
                Files.readString(Path.of("../schemes/measures/2026-11.yaml"))
                        .replaceFirst("measures: \"?2026-11\"?", "measures: \"9999-01\""));
        editions.look();
        other.look();

        assertThat(other.get("scs", "2026-03-27").wording()).contains(wording);
        assertThat(editions.measures().edition()).isEqualTo("9999-01");
        assertThat(other.measures()).isEqualTo(editions.measures());

        // Given up at one, it is given up at all.
        assertThat(other.keep(scs, OfficialWording.none(scs))).isTrue();
        editions.look();
        assertThat(editions.get("scs", "2026-03-27").wording()).isEmpty();
    }

    private Editions instance(Path data) {
        return new Editions(
                data,
                EditionsAhead.Reading.of(data.resolve("nothing yet")),
                new EditionFiles(data, jdbc));
    }

    private static void lay(Path data, String edition, String category, Instant at)
            throws IOException {
        Path file = data.resolve("schemes/late/" + edition + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, YAML.formatted(edition, category));
        Files.setLastModifiedTime(file, FileTime.from(at));
    }
}
