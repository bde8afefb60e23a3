package org.hoshimori.platform.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.CompanySize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One company across all schemes.
class OutlookTests extends PlatformTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;
    @Autowired Editions editions;
    @Autowired Prospects prospects;

    private Visit visit;
    private Actor actor;
    private OrganisationId company;

    @BeforeEach
    void someoneWithACompany() {
        String email = "outlook" + System.nanoTime() + "@people.example";
        visit = signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), false);
        company = Companies.founded(organisations, actor);
    }

    @Test
    void aCompanyWithoutAnswersSeesEverySchemeAndWhereToBegin() {
        List<Prospect> all = prospects();
        assertThat(all)
                .extracting(each -> each.edition().scheme())
                .contains("scs", "cmmc", "essential-eight", "cyber-essentials", "security-action");
        assertThat(all).allMatch(each -> each.reached().isEmpty());
        assertThat(all).noneMatch(Prospect::known).allMatch(each -> each.source().isEmpty());
        assertThat(rung(all, "scs", "3").next()).isPresent();
        String page = visit.get("/companies/" + company + "/schemes").body();
        assertThat(page)
                .contains("まだ自己点検をしていません", "各制度の対策レベルの同等性を示すものではありません")
                .contains("評価基準81件のうち、自社の回答で満たしている 0件");
    }

    @Test
    void theDeadlinesThatAResultSetsAreShownForTheDayThatIsAskedFor() {
        AssessmentId one = assessments.begin(actor, company, "cmmc", "1");
        Map<String, Said> said = new HashMap<>();
        assessments
                .edition(assessments.get(one))
                .criteriaOf("1")
                .forEach(each -> said.put(each.id(), new Said(AnswerValue.MET, "", "")));
        assessments.saveAll(actor, one, said);
        String path = "/companies/" + company + "/schemes";

        assertThat(visit.get(path).body()).doesNotContain("レベル1の状態が切れる");
        assertThat(visit.get(path + "?on=2026-11-20").body())
                .contains("2027年11月20日まで", "レベル1の状態が切れる", "責任者が適合の継続を表明する")
                .doesNotContain("過ぎています");
        assertThat(visit.get(path + "?on=2024-11-20&lang=en").body())
                .contains("by 20 November 2025", "has passed");
        var wrong = visit.get(path + "?lang=ja&on=%22tomorrow");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("評価の日を読み取れませんでした");
    }

    @Test
    void ownAnswersAndSuggestionsStayApartAndNoSuggestionReachesALevel() {
        AssessmentId star = assessments.begin(actor, company, "scs", "4");
        Map<String, Said> said = new HashMap<>();
        assessments
                .edition(assessments.get(star))
                .criteriaOf("3")
                .forEach(each -> said.put(each.id(), new Said(AnswerValue.MET, "", "")));
        assessments.saveAll(actor, star, said);

        List<Prospect> all = prospects();
        assertThat(of(all, "scs").reached()).isPresent();
        assertThat(rung(all, "scs", "3").own()).isEqualTo(81);
        assertThat(rung(all, "scs", "3").met()).isTrue();
        assertThat(rung(all, "scs", "4").own()).isEqualTo(81);
        Prospect.Rung elsewhere = rung(all, "cyber-essentials", "basic");
        assertThat(elsewhere.own()).isZero();
        assertThat(elsewhere.full()).isPositive();
        assertThat(elsewhere.part()).isPositive();
        assertThat(elsewhere.met()).isFalse();
        assertThat(of(all, "cyber-essentials").reached()).isEmpty();
        assertThat(of(all, "cyber-essentials").source()).isEmpty();

        assertThat(visit.get("/companies/" + company + "/schemes").body())
                .contains("回答では★3まで満たしている", "候補は回答ではなく")
                .doesNotContain("取得");
        assertThat(visit.get("/companies/" + company + "/schemes?lang=en").body())
                .contains("Answers reach ★3", "A suggestion is no answer");
    }

    @Test
    void aNoElsewhereIsToldAndCountsForNothing() {
        AssessmentId star = assessments.begin(actor, company, "scs", "4");
        assessments.save(actor, star, "4-4-3-3", new Said(AnswerValue.NOT_MET, "", ""), 0);
        Prospect.Rung rung = rung(prospects(), "cmmc", "2");
        assertThat(rung.against()).isEqualTo(1);
        assertThat(rung.full() + rung.part() + rung.own()).isZero();
    }

    @Test
    void theNextMeasureThatClosesTheLastGapSaysSo() {
        AssessmentId star = assessments.begin(actor, company, "scs", "3");
        Map<String, Said> said = new HashMap<>();
        assessments
                .edition(assessments.get(star))
                .criteriaOf("3")
                .forEach(each -> said.put(each.id(), new Said(AnswerValue.MET, "", "")));
        said.put("1-2-1-1", new Said(AnswerValue.NOT_MET, "", ""));
        assessments.saveAll(actor, star, said);
        Prospect.Next next = rung(prospects(), "scs", "3").next().orElseThrow();
        assertThat(next.criteria()).isEqualTo(1);
        assertThat(next.reaches()).isTrue();
        assertThat(next.yen()).isPositive();
        assertThat(visit.get("/companies/" + company + "/schemes").body())
                .contains("この段階の条件がそろいます");
    }

    @Test
    void theNewestAssessmentWithAnswersSpeaksForItsEdition() {
        AssessmentId old = assessments.begin(actor, company, "scs", "3");
        assessments.save(actor, old, "1-2-1-1", new Said(AnswerValue.MET, "", ""), 0);
        assessments.begin(actor, company, "scs", "4");
        Prospect scs = of(prospects(), "scs");
        assertThat(scs.source().orElseThrow().id()).isEqualTo(old);
        assertThat(scs.rungs().getFirst().own()).isEqualTo(1);
    }

    private List<Prospect> prospects() {
        return prospects.of(
                assessments.answered(company),
                editions.offered(DAY),
                CompanySize.SMALL,
                Optional.empty());
    }

    private static Prospect of(List<Prospect> all, String scheme) {
        return all.stream()
                .filter(each -> each.edition().scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    private static Prospect.Rung rung(List<Prospect> all, String scheme, String level) {
        Optional<Prospect.Rung> rung =
                of(all, scheme).rungs().stream()
                        .filter(each -> each.id().equals(level))
                        .findFirst();
        return rung.orElseThrow();
    }
}
