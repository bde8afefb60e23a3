package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.NotFound;
import org.junit.jupiter.api.Test;

/// Who is independent and qualified is asked at the invitation, the acceptance and the signature.
class WhoMayConfirmTests extends EngagedTests {

    @Test
    void refusesTheCompanysOwnEmployeeAtTheInvitation() {
        Engaged.Case one = world.declared();
        Actor expert = world.expert(300);
        worksFor(expert, one);
        Visit owner = signedIn(one.owner().email());
        var response =
                owner.post(
                        "/assessments/" + one.assessment() + "/expert",
                        Map.of("email", expert.email()));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("独立性の規則に当たります", "確認を受ける会社そのもの");
        assertThat(assurances.engaged(one.assessment())).isEmpty();
    }

    @Test
    void refusesAtTheAcceptanceWhatTheExpertDeclares() {
        Engaged.Case one = world.declared();
        Actor expert = world.expert(300);
        assurances.invite(one.owner(), one.assessment(), expert.email(), "");
        var adviser = new Declaration(false, false, true, Optional.empty(), "顧問をしています。");
        assertThat(assurances.accept(expert, one.assessment(), adviser))
                .isInstanceOfSatisfying(
                        Accepted.NotIndependent.class,
                        refused ->
                                assertThat(refused.independence().reasons())
                                        .extracting(CheckedTie::tie)
                                        .containsExactly(Tie.ADVISER));
        assertThatThrownBy(() -> assurances.open(expert, one.assessment()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesAtTheConfirmationWhenTheFactsChanged() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        worksFor(expert, one);
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isEqualTo(new Preparation.NotYet(List.of(Obstacle.NOT_INDEPENDENT)));
    }

    @Test
    void refusesAnExpertWithoutAQualificationThatCountsToday() {
        Engaged.Case one = world.declared();
        Actor claimant = world.person("未確 認子");
        world.claim(claimant, Engaged.number(), 30);
        assurances.invite(one.owner(), one.assessment(), claimant.email(), "");
        assertThat(assurances.accept(claimant, one.assessment(), Engaged.nothing()))
                .isInstanceOf(Accepted.NotQualified.class);
    }

    @Test
    void aQualificationThatRanOutBeforeTheSignatureDoesNotCount() {
        Engaged.Case one = world.declared();
        Actor expert = world.engaged(one);
        world.reviewAll(expert, one.assessment());
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isInstanceOf(Preparation.Ready.class);
        clock.advance(Duration.ofDays(302));
        assertThat(assurances.prepareConfirmation(expert, one.assessment()))
                .isEqualTo(new Preparation.NotYet(List.of(Obstacle.NOT_QUALIFIED)));
    }
}
