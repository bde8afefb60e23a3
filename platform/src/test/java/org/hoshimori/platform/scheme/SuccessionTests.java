package org.hoshimori.platform.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Crosswalks;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.SchemeFile;
import org.hoshimori.rules.Schemes;
import org.junit.jupiter.api.Test;

/// How one edition follows another.
class SuccessionTests {

    private static final Schemes SCHEMES = schemes();
    private static final Edition BEFORE = edition("security-action", "2017");
    private static final Edition AFTER = edition("security-action", "2026-03");

    @Test
    void withoutACrosswalkTheIdsTell() {
        Succession succession = Succession.of(BEFORE, AFTER, List.of());
        assertThat(succession.steps("2", Succession.Kind.CARRIED)).hasSize(25);
        assertThat(succession.steps("2", Succession.Kind.TO_AFFIRM)).hasSize(1);
        assertThat(succession.steps("2", Succession.Kind.NEW)).isEmpty();
        assertThat(succession.dropped("2")).isEmpty();
    }

    @Test
    void aCrosswalkBetweenTheTwoTellsInstead() {
        Succession succession = Succession.of(BEFORE, AFTER, crosswalk("2017", "2026-03"));
        assertThat(succession.steps("2", Succession.Kind.CARRIED))
                .extracting(step -> step.before().orElseThrow().id() + ">" + step.after().id())
                .containsExactly("1>2");
        assertThat(succession.steps("2", Succession.Kind.TO_AFFIRM))
                .extracting(step -> step.before().orElseThrow().id() + ">" + step.after().id())
                .containsExactly("2>3");
        // An old id that was used again is new.
        assertThat(succession.steps("2", Succession.Kind.NEW)).hasSize(24);
        assertThat(succession.dropped("2")).hasSize(24);
    }

    @Test
    void aCrosswalkIsReadTheOtherWayRoundToo() {
        Succession succession = Succession.of(AFTER, BEFORE, crosswalk("2017", "2026-03"));
        assertThat(succession.steps("2", Succession.Kind.CARRIED))
                .extracting(step -> step.before().orElseThrow().id() + ">" + step.after().id())
                .containsExactly("2>1");
    }

    @Test
    void theStarThatIsBuiltOnAnotherEditionTakesEverythingOver() {
        Succession succession =
                Succession.of(edition("scs", "2026-03-27"), edition("scs", "proposal"), List.of());
        assertThat(succession.steps("4", Succession.Kind.CARRIED)).hasSize(153);
        assertThat(succession.steps("5", Succession.Kind.NEW)).isNotEmpty();
        assertThat(succession.dropped()).isEmpty();
    }

    private static List<Crosswalk> crosswalk(String from, String to) {
        String yaml =
                """
                format: 1
                crosswalk: succession
                status: proposal
                title: {ja: "版の対応", en: "Editions"}
                author: test
                date: 2026-11-27
                source: {scheme: security-action, edition: "%s"}
                target: {scheme: security-action, edition: "%s"}
                maps:
                  - {source: "1", relation: equal, target: "2", rationale: semantic, strength: 9}
                  - {source: "2", relation: subset, target: "3", rationale: semantic, strength: 6}
                """
                        .formatted(from, to);
        var file = new SchemeFile("test.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return ((Crosswalks.Reading.Read) Crosswalks.read(List.of(file), SCHEMES))
                .crosswalks()
                .list();
    }

    private static Edition edition(String scheme, String id) {
        return SCHEMES.edition(scheme, id).orElseThrow();
    }

    private static Schemes schemes() {
        try {
            return ((Schemes.Reading.Read) Schemes.carried(Path.of("nothing"))).schemes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
