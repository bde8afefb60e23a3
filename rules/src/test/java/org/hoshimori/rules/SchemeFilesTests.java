package org.hoshimori.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemeFilesTests {
    @Test
    void readsEveryFieldOfACriterion() {
        Criterion lock = SmallScheme.edition().criterion("4-1-4-1").orElseThrow();

        assertThat(lock.requirement()).isEqualTo("4-1-4");
        assertThat(lock.row()).isEqualTo(75);
        assertThat(lock.kind()).isEqualTo(Kind.TECHNICAL);
        assertThat(lock.text().in(Locale.JAPANESE)).isEqualTo("ロックする。");
        assertThat(lock.parameters())
                .containsExactly(
                        new Parameter(
                                "tries",
                                Parameter.Type.TRIES,
                                BigDecimal.TEN,
                                Parameter.Bound.MAX,
                                new Text("試行", "Tries")));
        assertThat(lock.alternatives()).extracting(Criterion.Part::id).containsExactly("a", "b");
        assertThat(lock.refs()).containsExactly("1-2-1");
        assertThat(lock.notApplicable()).isEqualTo(new Text("端末がない。", "No devices."));
    }

    @Test
    void readsPairedEvidenceAndDuties() {
        Edition edition = SmallScheme.edition();

        assertThat(edition.criterion("1-2-1-1").orElseThrow().evidence())
                .containsExactly(new Text("体制図", "Chart"), new Text("規程", "Rules"));
        assertThat(edition.criterion("1-2-1-3").orElseThrow().duty())
                .isEqualTo(new Duty(12, Set.of(Occasion.REVISION)));
    }

    @Test
    void aLevelAsksWhatTheLevelsItIncludesAsk() {
        Edition edition = SmallScheme.edition();

        assertThat(edition.criteriaOf("3"))
                .extracting(Criterion::id)
                .containsExactly("1-2-1-1", "1-2-1-3", "4-1-4-1");
        assertThat(edition.criteriaOf("4")).hasSize(5);
        assertThat(edition.requirementsOf("3")).hasSize(2);
    }

    @Test
    void anEditionIsNamedByTheDigestOfItsFile() {
        assertThat(SmallScheme.edition().rule()).matches("small/2026-01-01@sha256:[0-9a-f]{64}");
    }

    @Test
    void theNewestValidEditionIsTheDefault() {
        String older =
                SmallScheme.YAML
                        .replace("edition: \"2026-01-01\"", "edition: old")
                        .replace("valid_from: 2026-01-01", "valid_from: 2024-01-01");
        String proposal =
                SmallScheme.YAML
                        .replace("edition: \"2026-01-01\"", "edition: next")
                        .replace("status: official\ntitle", "status: proposal\ntitle");
        Schemes schemes =
                ((Schemes.Reading.Read)
                                Schemes.read(
                                        List.of(
                                                file("a", SmallScheme.YAML),
                                                file("b", older),
                                                file("c", proposal))))
                        .schemes();

        assertThat(schemes.newest("small", LocalDate.of(2026, 6, 1)).orElseThrow().id())
                .isEqualTo("2026-01-01");
        assertThat(schemes.newest("small", LocalDate.of(2025, 6, 1)).orElseThrow().id())
                .isEqualTo("old");
        assertThat(schemes.newest("small", LocalDate.of(2023, 6, 1))).isEmpty();
        assertThat(schemes.edition("small", "next")).isPresent();
    }

    @Test
    void twoFilesOfOneEditionAreRefused() {
        Schemes.Reading reading =
                Schemes.read(List.of(file("a", SmallScheme.YAML), file("b", SmallScheme.YAML)));

        assertThat(((Schemes.Reading.Refused) reading).faults().getFirst().in(Locale.ENGLISH))
                .isEqualTo("b:1:1: small/2026-01-01 stands in another file too");
    }

    private static SchemeFile file(String name, String yaml) {
        return new SchemeFile(name, yaml.getBytes(StandardCharsets.UTF_8));
    }
}
