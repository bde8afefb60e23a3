package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.assessment.Stage;
import org.junit.jupiter.api.Test;

/// A signature stands for one statement that was read just before.
class SignedStatementTests extends EngagedTests {

    @Test
    void aSignatureCountsForOneAssessmentAndOneReadingOnly() {
        Engaged.Case one = world.declared();
        Engaged.Case other = world.declared();
        Actor expert = world.engaged(one);
        assurances.invite(other.owner(), other.assessment(), expert.email(), "");
        assurances.accept(expert, other.assessment(), Engaged.nothing());
        world.reviewAll(expert, one.assessment());
        world.reviewAll(expert, other.assessment());
        Visit reader = signedIn(expert.email());
        SoftAuthenticator key = passkey(reader);
        String here = "/desk/expert/" + one.assessment() + "/confirm";
        String there = "/desk/expert/" + other.assessment() + "/confirm";
        String draft = draft(reader.get(here).body());
        String otherDraft = draft(reader.get(there).body());
        String credential = key.get(reader.get(here + "/options?draft=" + draft).body());

        assertThat(reader.get(there + "/options?draft=" + draft).statusCode()).isEqualTo(404);
        assertThat(
                        reader.post(there, Map.of("draft", draft, "credential", credential))
                                .statusCode())
                .as("the draft of another assessment")
                .isEqualTo(422);
        assertThat(
                        reader.post(there, Map.of("draft", otherDraft, "credential", credential))
                                .statusCode())
                .as("the signature over another statement")
                .isEqualTo(422);
        assertThat(assessments.get(other.assessment()).stage()).isEqualTo(Stage.DECLARED);

        clock.advance(Duration.ofHours(2));
        assertThat(reader.post(here, Map.of("draft", draft, "credential", credential)).body())
                .as("read too long ago")
                .contains("読んでから時間が経ったか");
        assertThat(assurances.confirmation(one.assessment())).isEmpty();
    }

    @Test
    void oneFlippedBitIsNoSignature() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        Visit reader = signedIn(expert.email());
        SoftAuthenticator key = passkey(reader);
        String here = "/desk/expert/" + one.assessment() + "/confirm";
        String draft = draft(reader.get(here).body());
        String credential = key.get(reader.get(here + "/options?draft=" + draft).body());
        int at = credential.indexOf("\"signature\":\"") + 40;
        char flipped = credential.charAt(at) == 'A' ? 'B' : 'A';
        String broken = credential.substring(0, at) + flipped + credential.substring(at + 1);

        assertThat(reader.post(here, Map.of("draft", draft, "credential", broken)).statusCode())
                .isEqualTo(422);
        assertThat(reader.post(here, Map.of("draft", draft)).statusCode()).isEqualTo(422);
        assertThat(assurances.confirmation(one.assessment())).isEmpty();
        assertThat(reader.post(here, Map.of("draft", draft, "credential", credential)).statusCode())
                .isEqualTo(302);

        Confirmation confirmation = assurances.confirmation(one.assessment()).orElseThrow();
        byte[] statement = confirmation.statement().clone();
        statement[statement.length / 2] ^= 1;
        assertThat(Signatures.verifies(statement, confirmation.signature())).isFalse();
    }
}
