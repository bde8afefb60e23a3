package org.hoshimori.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/// Observations as lines, and files of them from strangers.
class BundleTests {

    private static final Observation ONE =
            new Observation(
                    "mail.spf",
                    "RFC 7208",
                    "a.test",
                    "a.test",
                    Instant.parse("2026-11-27T09:00:00.123Z"),
                    12,
                    "probe",
                    new Outcome.Seen(
                            Facts.write()
                                    .put("all", "fail")
                                    .put("lookups", 3)
                                    .put("ptr", false)
                                    .put("includes", List.of("b.test"))
                                    .done()),
                    List.of(
                            Proof.of("dns", "a.test", new byte[] {0, 1, (byte) 0xff}),
                            Proof.text("line", "v=spf1\n")));

    private static Bundle read(String text) {
        return BundleReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyOutcomeReadsBackAsItWasWritten() throws Malformed {
        for (Outcome outcome :
                List.of(
                        ONE.outcome(),
                        new Outcome.Absent(),
                        new Outcome.Refused("closed"),
                        new Outcome.TimedOut(5000),
                        new Outcome.Inconclusive("SERVFAIL"))) {
            Observation observation =
                    new Observation("c", "s", "t", "a", ONE.time(), 1, "v", outcome, ONE.proof());
            assertThat(ObservationJson.read(ObservationJson.write(observation)))
                    .isEqualTo(observation);
        }
    }

    @Property(tries = 300)
    void anyTextInAFactSurvives(@ForAll @StringLength(max = 40) String text) throws Malformed {
        String plain =
                text.codePoints()
                        .filter(c -> !(c >= 0xd800 && c < 0xe000))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        Observation observation =
                new Observation(
                        "c",
                        "s",
                        "t",
                        "a",
                        ONE.time(),
                        1,
                        "v",
                        new Outcome.Seen(Facts.write().put("text", plain).done()),
                        List.of());
        String line = ObservationJson.write(observation);
        assertThat(line).doesNotContain("\n");
        assertThat(ObservationJson.read(line)).isEqualTo(observation);
    }

    @Test
    void everyLineAtFaultIsNamedAndTheRestIsRead() {
        Bundle bundle =
                read(
                        ObservationJson.write(ONE)
                                + "\n{\"v\":1}\nnot json\n\n"
                                + ObservationJson.write(ONE).replace("\"seen\"", "\"sawn\"")
                                + "\n");
        assertThat(bundle.observations()).containsExactly(ONE);
        assertThat(bundle.faults()).extracting(Bundle.LineFault::line).containsExactly(2, 3, 5);
        assertThat(bundle.faults().getLast().in("b.jsonl"))
                .startsWith("b.jsonl:5:1: field outcome");
    }

    @Test
    void unknownFieldsDoubleKeysAndFractionsAreRefused() {
        String line = ObservationJson.write(ONE);
        assertThat(read(line.replace("\"ms\":12", "\"ms\":12,\"extra\":1")).faults()).hasSize(1);
        assertThat(read(line.replace("\"ms\":12", "\"ms\":12,\"ms\":13")).faults()).hasSize(1);
        assertThat(read(line.replace("\"lookups\":3", "\"lookups\":3.5")).faults()).hasSize(1);
    }

    @Property(tries = 500)
    void noBytesBreakTheReader(@ForAll byte[] bytes) {
        Bundle bundle = BundleReader.read(bytes);
        assertThat(bundle.faults()).allMatch(fault -> fault.line() > 0 && fault.column() > 0);
    }

    @Test
    void aSealHoldsOnlyOverTheVeryLinesThatWereSigned() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String body = ObservationJson.write(ONE) + "\n";
        String sealed =
                body
                        + Seal.over(
                                        body.getBytes(StandardCharsets.UTF_8),
                                        pair.getPrivate(),
                                        pair.getPublic())
                                .line()
                        + "\n";
        Bundle bundle = read(sealed);
        assertThat(bundle.faults()).isEmpty();
        assertThat(bundle.seal().orElseThrow().holds(bundle.body().toArray())).isTrue();
        Bundle changed = read(sealed.replace("\"lookups\":3", "\"lookups\":4"));
        assertThat(changed.seal().orElseThrow().holds(changed.body().toArray())).isFalse();
        assertThat(read(sealed + body).faults()).hasSize(1);
    }
}
