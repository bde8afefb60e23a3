package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Choice;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The same workbench in every scheme.
class EverySchemeTests extends PlatformTests {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;
    @Autowired Editions editions;
    @Autowired EvidenceRoom room;

    private Visit visit;
    private Actor actor;
    private OrganisationId company;

    @BeforeEach
    void someoneWithACompany() {
        String email = "schemes" + System.nanoTime() + "@people.example";
        visit = signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), false);
        company = Companies.founded(organisations, actor);
    }

    @Test
    void everyLevelThatIsOfferedIsAnsweredInItsOwnWords() {
        for (Edition edition : editions.offered(LocalDate.of(2026, 11, 27))) {
            for (Level level : edition.levels()) {
                AssessmentId id = begin(edition, level);
                Criterion first = edition.criteriaOf(level.id()).getFirst();
                Choice best = edition.choices(first).getFirst();
                String path = "/assessments/" + id + "/criteria/" + first.id();
                assertThat(visit.get(path).body())
                        .as(path)
                        .contains("value=\"" + best.word() + "\"");
                var saved =
                        visit.post(path, Map.of("value", best.word(), "version", "0", "note", ""));
                assertThat(saved.statusCode()).as(path).isLessThan(400);
                Said said = assessments.answers(id).get(first.id()).said();
                assertThat(said.word()).isEqualTo(best.word());
                assertThat(said.value()).isEqualTo(Optional.of(best.means()));
                for (String page : new String[] {"", "/history", "/print", "/declare", "/import"}) {
                    assertThat(visit.get("/assessments/" + id + page).statusCode())
                            .as(edition + " " + level.id() + page)
                            .isEqualTo(200);
                }
                assertThat(visit.get("/assessments/" + id + "/answers.csv").body())
                        .contains(first.id() + "," + best.word());
            }
        }
    }

    @Test
    void aWordOfTheSchemeIsKeptInTheHistoryAndSuggestedNextYear() {
        Edition cmmc = editions.newest("cmmc", LocalDate.of(2026, 11, 27));
        AssessmentId id = begin(cmmc, cmmc.level("2").orElseThrow());
        String path = "/assessments/" + id + "/criteria/AC.L2-3.1.1";
        visit.post(path, Map.of("value", "temporary-deficiency", "version", "0"));
        visit.post(path, Map.of("value", "not-met", "version", "1"));
        assertThat(visit.get("/assessments/" + id + "/history").body())
                .contains("(temporary-deficiency)");
        visit.post(path, Map.of("value", "enduring-exception", "version", "2"));
        AssessmentId next = assessments.renew(actor, id);
        assertThat(visit.get("/assessments/" + next + "/criteria/AC.L2-3.1.1").body())
                .contains("(enduring-exception)");
    }

    @Test
    void theGaugeShowsTheScoreOfASchemeThatHasOne() {
        Edition cmmc = editions.newest("cmmc", LocalDate.of(2026, 11, 27));
        AssessmentId id = begin(cmmc, cmmc.level("2").orElseThrow());
        visit.post(
                "/assessments/" + id + "/criteria/CA.L2-3.12.4",
                Map.of("value", "met", "version", "0"));
        assertThat(visit.get("/assessments/" + id).body())
                .contains("得点 -", "（-203から110まで）", "判定の根拠")
                .doesNotContain("★の条件");
    }

    @Test
    void whatWasSaidInAnotherSchemeIsOfferedAndTheAnswerStaysThePersonsOwn() {
        AssessmentId star = assessments.begin(actor, company, "scs", "4");
        assessments.save(actor, star, "4-4-3-3", new Said(AnswerValue.MET, "", "ログを保護しています。"), 0);
        Evidence log =
                ((Added.Stored) room.addStatement(actor, company, "ログの権限", "管理者だけ")).evidence();
        assessments.attach(actor, star, "4-4-3-3", log.id());
        Edition cmmc = editions.newest("cmmc", LocalDate.of(2026, 11, 27));
        AssessmentId id = begin(cmmc, cmmc.level("2").orElseThrow());

        String page = visit.get("/assessments/" + id + "/suggestions").body();
        assertThat(page)
                .contains("AU.L2-3.3.8", "ログを保護しています。", "ログの権限", "（同じことを求める）")
                .contains("関係の強さ 9/10");
        assertThat(assessments.answers(id)).isEmpty();

        // Evidence alone: no answer is given by it.
        visit.post("/assessments/" + id + "/suggestions", Map.of("evidence", "AU.L2-3.3.8"));
        assertThat(assessments.answers(id)).isEmpty();
        assertThat(visit.get("/assessments/" + id + "/criteria/AU.L2-3.3.8").body())
                .contains("ログの権限");

        visit.post("/assessments/" + id + "/suggestions", Map.of("answer.AU.L2-3.3.8", "not-met"));
        assertThat(assessments.answers(id).get("AU.L2-3.3.8").value())
                .contains(AnswerValue.NOT_MET);
        assertThat(visit.get("/assessments/" + id + "/suggestions").body())
                .doesNotContain("AU.L2-3.3.8");
    }

    @Test
    void thePaneTellsWhatWasAnsweredElsewhereAndAsksAfterwardsWhenItCameByScript() {
        AssessmentId star = assessments.begin(actor, company, "scs", "4");
        assessments.save(actor, star, "4-4-3-3", new Said(AnswerValue.MET, "", ""), 0);
        Edition cmmc = editions.newest("cmmc", LocalDate.of(2026, 11, 27));
        AssessmentId id = begin(cmmc, cmmc.level("2").orElseThrow());
        String path = "/assessments/" + id + "/criteria/AU.L2-3.3.8";
        assertThat(visit.get(path).body())
                .contains("ほかの制度で回答済みです", "/assessments/" + star + "/criteria/4-4-3-3")
                .contains("満たしていると言えます", "/suggestions#o-AU.L2-3.3.8");
        assertThat(visit.get(path + "/elsewhere").body())
                .contains("4-4-3-3")
                .doesNotContain("<html");
        // Nobody answered what is related to this one.
        assertThat(visit.get("/assessments/" + id + "/criteria/SI.L2-3.14.4").body())
                .doesNotContain("ほかの制度で回答済みです");
        // The hint is no answer, and does not go away by answering.
        assertThat(assessments.answers(id)).isEmpty();
        visit.post(path, Map.of("value", "not-met", "version", "0"));
        assertThat(visit.get(path).body())
                .contains("ほかの制度で回答済みです")
                .doesNotContain("/suggestions#o-AU.L2-3.3.8");
    }

    @Test
    void notApplicableElsewhereSaysNothing() {
        AssessmentId star = assessments.begin(actor, company, "scs", "4");
        assessments.save(
                actor, star, "4-4-3-3", new Said(AnswerValue.NOT_APPLICABLE, "機器がない", ""), 0);
        Edition cmmc = editions.newest("cmmc", LocalDate.of(2026, 11, 27));
        AssessmentId id = begin(cmmc, cmmc.level("2").orElseThrow());
        assertThat(visit.get("/assessments/" + id + "/criteria/AU.L2-3.3.8").body())
                .doesNotContain("ほかの制度で回答済みです");
    }

    @Test
    void noStarIsDeclaredUnderAProposal() {
        Edition proposal = editions.get("scs", "proposal");
        AssessmentId id = begin(proposal, proposal.level("3").orElseThrow());
        assertThat(visit.get("/assessments/" + id + "/declare").body()).contains("自己点検です");
        assertThat(assessments.declare(actor, id)).isInstanceOf(Declared.NeedsBody.class);
        assertThat(assessments.get(id).stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void anEditionThatIsNotOfferedCannotBeBegun() {
        var answer =
                visit.post(
                        "/companies/" + company + "/assessments",
                        Map.of("scheme", "security-action", "edition", "2017", "level", "1"));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private AssessmentId begin(Edition edition, Level level) {
        var begun =
                visit.post(
                        "/companies/" + company + "/assessments",
                        Map.of(
                                "scheme",
                                edition.scheme(),
                                "edition",
                                edition.id(),
                                "level",
                                level.id()));
        String scope = begun.headers().firstValue("Location").orElseThrow();
        return AssessmentId.of(scope.replaceFirst("^.*/assessments/", "").replace("/scope", ""));
    }
}
