package org.hoshimori.platform.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hoshimori.log.SignedCheckpoint;
import org.junit.jupiter.api.Test;

class CertificateVerifierTests {

    private static final Specimen SPECIMEN = new Specimen();
    private static final byte[] JWT = SPECIMEN.jwt.getBytes(StandardCharsets.UTF_8);
    private static final byte[] JSON = SPECIMEN.json();
    private static final byte[] PDF = SPECIMEN.pdf("ja");

    @Test
    void allThreeFormsAreGenuine() {
        assertThat(SPECIMEN.verdict(JWT)).isEqualTo("genuine");
        assertThat(SPECIMEN.verdict(JSON)).isEqualTo("genuine");
        assertThat(SPECIMEN.verdict(PDF)).isEqualTo("genuine");
        assertThat(SPECIMEN.verdict((SPECIMEN.jwt + "\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("genuine");
    }

    @Test
    void noFlippedBitOfTheCredentialIsGenuine() {
        for (int place = 0; place < JWT.length; place += 5) {
            assertNotGenuine(JWT, place, place % 8);
        }
    }

    @Test
    void noFlippedBitOfTheProofBundleIsGenuine() {
        for (int place = 0; place < JSON.length; place += 29) {
            assertNotGenuine(JSON, place, place % 7);
        }
    }

    @Test
    void noFlippedBitOfThePdfIsGenuine() {
        for (int place = 0; place < PDF.length; place += 1777) {
            assertNotGenuine(PDF, place, place % 8);
        }
        int seal = new String(PDF, StandardCharsets.ISO_8859_1).lastIndexOf(PdfSeal.KEY);
        for (int place = seal - 40; place < seal + 500; place += 23) {
            assertNotGenuine(PDF, place, place % 8);
        }
        for (int place = PDF.length - 40; place < PDF.length; place++) {
            assertNotGenuine(PDF, place, 2);
        }
    }

    @Test
    void aFlippedBitIsCalledTampered() {
        for (byte[] file : List.of(JWT, JSON, PDF)) {
            byte[] flipped = file.clone();
            flipped[file.length / 2] ^= 1;
            assertThat(SPECIMEN.verdict(flipped)).isEqualTo("tampered");
        }
    }

    @Test
    void bytesAfterTheEndOfThePdfAreTampering() {
        byte[] longer = java.util.Arrays.copyOf(PDF, PDF.length + 1);
        assertThat(SPECIMEN.verdict(longer)).isEqualTo("tampered");
    }

    @Test
    void aStrangersKeyIsAnUnknownIssuer() {
        var stranger = new Specimen();
        assertThat(SPECIMEN.verdict(stranger.jwt.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("unknown-issuer");
        assertThat(SPECIMEN.verdict(stranger.pdf("en"))).isEqualTo("unknown-issuer");
        assertThat(SPECIMEN.verdict(stranger.json())).isEqualTo("unknown-issuer");
    }

    @Test
    void aCredentialThatTheLogDoesNotHoldIsNotInLog() {
        var other = new Specimen();
        // The issuer's own key, but the log of somebody else.
        String jwt =
                SPECIMEN.credentials.certificate(
                        SPECIMEN.facts,
                        Specimen.PLACE,
                        SPECIMEN.entry,
                        other.proof(),
                        Specimen.ISSUED);
        assertThat(SPECIMEN.verdict(jwt.getBytes(StandardCharsets.UTF_8))).isEqualTo("not-in-log");
    }

    @Test
    void anEntryForOtherFactsIsTampering() {
        byte[] entry = Specimen.entry(Specimen.facts("もっと広い範囲"));
        String jwt =
                SPECIMEN.credentials.certificate(
                        SPECIMEN.facts, Specimen.PLACE, entry, SPECIMEN.proof(), Specimen.ISSUED);
        assertThat(SPECIMEN.verdict(jwt.getBytes(StandardCharsets.UTF_8))).isEqualTo("tampered");
    }

    @Test
    void theLastDayIsTheTokyoDay() {
        // 2027-11-22 23:59 in Tokyo, then midnight.
        assertThat(at("2027-11-22T14:59:59Z")).isEqualTo("genuine");
        assertThat(at("2027-11-22T15:00:00Z")).isEqualTo("expired");
        assertThat(at("2026-11-22T14:59:59Z")).isEqualTo("expired");
    }

    @Test
    void theStatusListsDecideWithTheStateAtTheDownload() {
        int index = Specimen.PLACE.index();
        assertThat(bundle("suspended", Set.of(index), Set.of())).isEqualTo("suspended");
        assertThat(bundle("withdrawn", Set.of(index), Set.of(index))).isEqualTo("revoked");
        assertThat(bundle("superseded", Set.of(index), Set.of(index))).isEqualTo("revoked");
        assertThat(bundle("registered", Set.of(index + 1), Set.of(index - 1))).isEqualTo("genuine");
    }

    @Test
    void newsFromTheRegisterWinOverTheFile() {
        String news =
                SPECIMEN.credentials.bundle(
                        SPECIMEN.bundle("suspended", Set.of(Specimen.PLACE.index()), Set.of()));
        assertThat(Specimen.word(SPECIMEN.verifier().verify(PDF, Newer.bundle(news))))
                .isEqualTo("suspended");
        assertThat(Specimen.word(SPECIMEN.verifier().verify(PDF, Newer.bundle("{}"))))
                .isEqualTo("not-in-log");
    }

    @Test
    void aCheckpointFromElsewhereMustAgree() {
        var same = Newer.checkpoint(SPECIMEN.proof().checkpoint());
        assertThat(Specimen.word(SPECIMEN.verifier().verify(JSON, same))).isEqualTo("genuine");
        var fork = new Specimen();
        fork.entries.set(2, new byte[] {1});
        SignedCheckpoint forked =
                SignedCheckpoint.sign(fork.proof().checkpoint().checkpoint(), SPECIMEN.logKey);
        assertThat(Specimen.word(SPECIMEN.verifier().verify(JSON, Newer.checkpoint(forked))))
                .isEqualTo("not-in-log");
        assertThat(
                        Specimen.word(
                                SPECIMEN.verifier()
                                        .verify(JSON, Newer.checkpoint(fork.proof().checkpoint()))))
                .isEqualTo("not-in-log");
    }

    @Test
    void otherFilesAreNotCertificates() {
        for (String other : new String[] {"", "hello", "{}", "%PDF-1.7\nnothing", "a.b.c"}) {
            assertThat(SPECIMEN.verdict(other.getBytes(StandardCharsets.UTF_8)))
                    .as(other)
                    .isEqualTo("unreadable");
        }
    }

    @Test
    void aSealOfOneKindDoesNotPassForAnother() {
        String seal = SPECIMEN.key.sign(Seal.TYPE, Seal.payload(Seal.JSON, Specimen.DIGEST));
        assertThat(Seal.holds(seal, Seal.JSON, Specimen.DIGEST, SPECIMEN.issuer)).isTrue();
        assertThat(Seal.holds(seal, Seal.PDF, Specimen.DIGEST, SPECIMEN.issuer)).isFalse();
    }

    @Test
    void everyStepHasItsWordsInBothLanguages() {
        var japanese = new Phrases("ja");
        var english = new Phrases("en");
        for (byte[] file : List.of(JWT, JSON, PDF)) {
            if (SPECIMEN.verifier().verify(file, Newer.NOTHING)
                    instanceof Verification.Judged(Verdict verdict)) {
                for (Step step : verdict.steps()) {
                    assertThat(japanese.say(step)).isNotBlank().doesNotContain("{");
                    assertThat(english.say(step)).isNotBlank().doesNotContain("{");
                }
            }
        }
    }

    private static String at(String moment) {
        return Specimen.word(SPECIMEN.verifier(Instant.parse(moment)).verify(JWT, Newer.NOTHING));
    }

    private static String bundle(String state, Set<Integer> suspended, Set<Integer> revoked) {
        return SPECIMEN.verdict(
                SPECIMEN.credentials
                        .bundle(SPECIMEN.bundle(state, suspended, revoked))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNotGenuine(byte[] file, int place, int bit) {
        byte[] flipped = file.clone();
        flipped[place] ^= (byte) (1 << bit);
        assertThat(SPECIMEN.verdict(flipped))
                .as("bit %d of byte %d", bit, place)
                .isNotEqualTo("genuine");
    }
}
