package org.hoshimori.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.hoshimori.log.SignedCheckpoint;
import org.junit.jupiter.api.Test;

/// A kill -9 at any moment loses nothing that was acknowledged and leaves nothing half-done.
class KillTests {

    @Test
    void losesNothingAcknowledgedAndLeavesNothingHalfDone() throws Exception {
        Path data = Instance.folder();
        Instance instance = Instance.inTheMiddleOfThePlay(data);
        try {
            instance.stop();
            assertThat(instance.said()).doesNotContain("Exception").contains("played on");
            instance = Instance.start(data);
            playsTheNationToItsEnd(instance);
            SignedCheckpoint first = instance.checkpoint();

            var saves = KilledSaves.untilKilled(instance);
            instance = Instance.start(data);
            saves.areAllThere(instance);
            instance.verifiedRegister(first);

            var upload = KilledUpload.untilKilled(instance, data);
            instance = Instance.start(data);
            upload.leftOnlyTheWholeFile(instance, data);
            instance.verifiedRegister(first);

            var registration = KilledRegistration.untilKilled(instance);
            instance = Instance.start(data);
            registration.standsWhollyOrNotAtAll(instance, first);

            servesBesideAnother(instance, first);
        } finally {
            instance.close();
        }
    }

    /// Every company of the sample, each with what it came for.
    private static void playsTheNationToItsEnd(Instance instance) throws IOException {
        assertThat(
                        instance.jdbc()
                                .sql("select count(*) from organisation.organisation")
                                .query(Integer.class)
                                .single())
                .isEqualTo(14);
        assertThat(instance.said()).contains("sample nation played");
    }

    /// Two instances on one database are one service: who is signed in at one is known at the
    /// other, and both show the same register.
    private static void servesBesideAnother(Instance instance, SignedCheckpoint first)
            throws IOException {
        try (Instance second = instance.beside()) {
            Visit visit = instance.signedIn("/assessments/");
            assertThat(visit.get(second.home() + "/account").statusCode()).isEqualTo(200);
            assertThat(second.checkpoint()).isEqualTo(instance.checkpoint());
            second.verifiedRegister(first);
        }
        assertThat(instance.visit().get("/register").statusCode()).isEqualTo(200);
    }
}
