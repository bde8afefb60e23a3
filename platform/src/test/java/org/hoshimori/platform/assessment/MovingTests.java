package org.hoshimori.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Added;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Edition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Editions change: the effect is known before, answers go over, old results stay.
class MovingTests extends PlatformTests {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;
    @Autowired Beginning beginning;
    @Autowired Editions editions;
    @Autowired EvidenceRoom room;
    @Autowired Moving moving;
    @Autowired AnswerRows answers;
    @Autowired EffectWork work;

    private Visit visit;
    private Actor actor;
    private OrganisationId company;

    @BeforeEach
    void someoneWithACompany() {
        String email = "moving" + System.nanoTime() + "@people.example";
        visit = signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), false);
        company = Companies.founded(organisations, actor);
    }

    /// The fifth question of SECURITY ACTION changed in 2026; the others ask the same.
    @Test
    void whatAsksTheSameGoesOverAndWhatChangedWaitsToBeAffirmed() {
        AssessmentId old = answered("security-action", "2017", "2");
        var statement = (Added.Stored) room.addStatement(actor, company, "更新の記録", "毎月");
        assessments.attach(actor, old, "1", statement.evidence().id());
        assessments.describe(actor, old, Scope.Kind.SITE, "本社", "名古屋市");
        var before = assessments.evaluation(old);
        String report = visit.get("/assessments/" + old + "/edition").body();
        assertThat(report).contains("2017版から2026-03版へ移すと", "25件", "確認し直すもの");
        assertThat(assessments.evaluation(old).json(java.util.Locale.JAPANESE))
                .isEqualTo(before.json(java.util.Locale.JAPANESE));

        AssessmentId next = moving.move(actor, old, "2026-03");
        Succession succession = moving.succession(assessments.get(old), "2026-03");
        String changed = succession.steps("2", Succession.Kind.TO_AFFIRM).getFirst().after().id();
        assertThat(assessments.answers(next)).hasSize(25).doesNotContainKey(changed);
        assertThat(assessments.answers(next).get("1").said())
                .isEqualTo(assessments.answers(old).get("1").said());
        assertThat(answers.suggestions(next)).containsOnlyKeys(changed);
        assertThat(assessments.evidence(next)).containsKey("1");
        assertThat(assessments.scope(next).items()).hasSize(1);
        assertThat(visit.get("/assessments/" + next + "/history").body()).contains("前の版から引き継ぎ");

        // The old one stays, to the byte.
        assertThat(assessments.get(old).edition()).isEqualTo("2017");
        assertThat(assessments.evaluation(old).json(java.util.Locale.JAPANESE))
                .isEqualTo(before.json(java.util.Locale.JAPANESE));
        assertThat(before.rule()).startsWith("security-action/2017@sha256:");
    }

    @Test
    void theOperatorSeesTheEffectOnAllAndNoNamesOfDrafts() {
        String email = "operator" + System.nanoTime() + "@people.example";
        Visit operator = signedIn(email);
        jdbc.sql("update account.account set operator = true where email = :email")
                .param("email", email)
                .update();
        answered("security-action", "2017", "2");
        String path = "/desk/operator/editions";
        assertThat(operator.get(path).body()).contains("二つの版を選んでください");
        String both = path + "?from=security-action/2017&to=security-action/2026-03";
        assertThat(operator.get(both).body()).contains("影響を計算する").doesNotContain("回答中");
        operator.post(
                path, Map.of("from", "security-action/2017", "to", "security-action/2026-03"));
        work.round();
        assertThat(operator.get(both).body())
                .contains("確認し直せば満たす", "回答中", "もう一度計算する")
                .doesNotContain(organisations.get(company).name());
        assertThat(operator.get(path + "?from=security-action/2017&to=scs/2026-03-27").body())
                .contains("同じ制度の");
        assertThat(visit.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theEffectTellsFourFatesApart() {
        Edition before = editions.get("security-action", "2017");
        Edition after = editions.get("security-action", "2026-03");
        Succession succession =
                moving.succession(
                        assessments.get(answered("security-action", "2017", "2")), "2026-03");
        Map<String, Answer> all = assessments.answers(answered("security-action", "2017", "2"));
        assertThat(Effect.of(succession, "2", all).outcome()).isEqualTo(Effect.Outcome.TO_AFFIRM);
        assertThat(Effect.of(succession, "2", Map.of()).outcome())
                .isEqualTo(Effect.Outcome.NOT_MET_BEFORE);
        Succession same = Succession.of(after, after, java.util.List.of());
        assertThat(Effect.of(same, "2", all).outcome()).isEqualTo(Effect.Outcome.STAYS_MET);
        assertThat(succession.before()).isEqualTo(before);
    }

    @Test
    void nobodyMovesToAnEditionThatIsNotInForceOrDoesNotKnowTheLevel() {
        AssessmentId now = answered("security-action", "2026-03", "2");
        assertThatThrownBy(() -> moving.move(actor, now, "2017")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> moving.move(actor, now, "1999")).isInstanceOf(NotFound.class);
        assertThat(visit.get("/assessments/" + now + "/edition?to=2017").body())
                .contains("いまは使えません")
                .doesNotContain("版で始める");
    }

    private AssessmentId answered(String scheme, String edition, String level) {
        Edition found = editions.get(scheme, edition);
        AssessmentId id = beginning.begin(actor, company, found, level);
        Map<String, Said> said = new HashMap<>();
        found.criteriaOf(level)
                .forEach(each -> {
                    var best = found.choices(each).getFirst();
                    said.put(
                            each.id(),
                            new Said(java.util.Optional.of(best.means()), best.word(), "", "実施"));
                });
        assertThat(said.values()).allMatch(each -> each.value().get() == AnswerValue.MET);
        assessments.saveAll(actor, id, said);
        return id;
    }
}
