package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/// The operator's desk for qualifications of experts.
class OperatorsExpertsTests extends EngagedTests {

    @Test
    void theOperatorVerifiesANumberForOnePersonOnly() {
        Actor operator = world.operator();
        Actor first = world.person("先 着子");
        Actor second = world.person("後 着男");
        String number = Engaged.number();
        var one = (Claimed.Submitted) world.claim(first, number, 30);
        var two = (Claimed.Submitted) world.claim(second, number, 30);
        assertThat(experts.decide(operator, one.qualification(), Verified.Decision.REFUSE, " "))
                .isInstanceOf(Verified.ReasonMissing.class);
        assertThat(experts.decide(operator, one.qualification(), Verified.Decision.VERIFY, ""))
                .isInstanceOf(Verified.Done.class);
        assertThat(experts.decide(operator, two.qualification(), Verified.Decision.VERIFY, ""))
                .isInstanceOf(Verified.NumberTaken.class);
        assertThat(experts.find(first.id()).orElseThrow().qualification(world.today())).isPresent();
        experts.decide(operator, one.qualification(), Verified.Decision.SUSPEND, "登録の取消し");
        assertThat(experts.find(first.id()).orElseThrow().qualification(world.today())).isEmpty();
        assertThat(world.claim(second, "12", 30))
                .isEqualTo(new Claimed.Refused("number", "assurance.claim.number"));
        assertThatThrownBy(() -> experts.claims(first)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theOperatorsDeskShowsClaimsAndAsksForReasons() {
        Actor claimant = world.person("届出 子");
        String number = Engaged.number();
        var claimed = (Claimed.Submitted) world.claim(claimant, number, 30);
        Actor staff = world.person("運営 係");
        jdbc.sql("update account.account set operator = true where id = :id")
                .param("id", staff.id().value())
                .update();
        Visit desk = signedIn(staff.email());
        String path = "/desk/operator/experts/" + claimed.qualification();
        assertThat(desk.get("/desk/operator/experts").body()).contains("届出 子", number);
        assertThat(desk.post(path, Map.of("decision", "refuse")).statusCode()).isEqualTo(422);
        assertThat(desk.post(path, Map.of("decision", "verify")).statusCode()).isEqualTo(302);
        assertThat(desk.post(path, Map.of("decision", "shred")).statusCode()).isEqualTo(404);
        Visit expert = signedIn(claimant.email());
        assertThat(expert.get("/desk/expert/profile").body()).contains(number, "確認済み");
        assertThat(
                        expert.post("/desk/expert/profile", Map.of("employer", "1234567890123"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(
                        expert.post(
                                        "/desk/expert/advice",
                                        Map.of("company", "７０００-０１２０-５０００２", "until", "2026-01-31"))
                                .statusCode())
                .isEqualTo(302);
        assertThat(expert.get("/desk/expert/profile").body()).contains("7000012050002");
    }
}
