package org.hoshimori.platform.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.plan.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The way to the next level, on its page.
class PlanPagesTests extends PlatformTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String STAR = "scs/2026-03-27/3";

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;
    @Autowired Ways ways;
    @Autowired Figures figures;
    @Autowired Turns turns;

    private Visit visit;
    private Actor actor;
    private OrganisationId company;

    @BeforeEach
    void someoneWithACompany() {
        String email = "plan" + System.nanoTime() + "@people.example";
        visit = signedIn(email);
        Account account = accounts.findByEmail(email).orElseThrow();
        actor = new Actor(account.id(), account.name(), account.email(), false);
        company = Companies.founded(organisations, actor);
    }

    @Test
    void withoutAWishTheLowestStarThatIsNotMetIsPlannedAtTheLeastCost() {
        String page = visit.get("/companies/" + company + "/plan").body();
        assertThat(page)
                .contains("足りない81件 → 計画の後 0件", "この段階の条件がそろう")
                .contains("これより良い計画がないことを確かめました", "目安で、見積りではありません")
                .contains("class=\"gantt\"", "class=\"curve\"", "費用の曲線");
        assertThat(visit.get("/companies/" + company + "/plan?lang=en").body())
                .contains("Proven: no better plan exists", "81 missing → 0 after the plan");
    }

    @Test
    void whatIsAnsweredAlreadyIsNotPlannedAgain() {
        AssessmentId star = assessments.begin(actor, company, "scs", "3");
        Plan before = plan(form(STAR, "", ""));
        Map<String, Said> said = new HashMap<>();
        assessments
                .edition(assessments.get(star))
                .criteriaOf("3")
                .forEach(each -> said.put(each.id(), new Said(AnswerValue.MET, "", "")));
        said.put("1-2-1-1", new Said(AnswerValue.NOT_MET, "", ""));
        assessments.saveAll(actor, star, said);
        Plan after = plan(form(STAR, "", ""));
        assertThat(after.yen()).isLessThan(before.yen());
        assertThat(after.steps()).hasSize(1);
        // The first policy criterion rests on a measure that is in place already.
        said.put("1-2-1-1", new Said(AnswerValue.MET, "", ""));
        said.put("1-3-1-1", new Said(AnswerValue.NOT_MET, "", ""));
        assessments.saveAll(actor, star, said);
        assertThat(plan(form(STAR, "", "")).steps())
                .extracting(step -> step.measure().id())
                .containsExactly("policy");
        said.put("1-3-1-1", new Said(AnswerValue.MET, "", ""));
        assessments.saveAll(actor, star, said);
        assertThat(way(form(STAR, "", "")).plan()).isEmpty();
        assertThat(visit.get("/companies/" + company + "/plan?goal=" + STAR).body())
                .contains("すでに回答で満たしています");
    }

    @Test
    void aBudgetAndADayAreKeptAndWhatStaysOpenIsTold() {
        Plan whole = plan(form(STAR, "", ""));
        long half = whole.yen() / 2;
        Plan limited = plan(form(STAR, Long.toString(half), ""));
        assertThat(limited.yen()).isLessThanOrEqualTo(half);
        assertThat(limited.open()).isNotEmpty();
        Plan soon = plan(form(STAR, "", TODAY.plusDays(40).toString()));
        assertThat(soon.days()).isLessThanOrEqualTo(40);
        assertThat(
                        visit.get(
                                        "/companies/"
                                                + company
                                                + "/plan?goal="
                                                + STAR
                                                + "&budget="
                                                + half)
                                .body())
                .contains("まだそろわない", "予算・期日・外した対策のために残ります");
    }

    @Test
    void severalSchemesShareOnePlan() {
        Plan star = plan(form(STAR, "", ""));
        Plan eight = plan(form("essential-eight/2023-11/1", "", ""));
        Plan both =
                plan(
                        new PlanForm(
                                List.of(STAR, "essential-eight/2023-11/1", ""),
                                "",
                                "",
                                List.of(),
                                List.of()));
        assertThat(both.yen()).isLessThan(star.yen() + eight.yen());
    }

    @Test
    void aMeasureLeftOutIsNotPlannedAndTheDifferenceIsTold() {
        Way way =
                way(
                        new PlanForm(
                                List.of(STAR),
                                "",
                                "",
                                List.of("governance-roles"),
                                List.of("backup")));
        assertThat(way.asked().with()).containsExactly("governance-roles");
        Way without = way(new PlanForm(List.of(STAR), "", "", null, List.of("governance-roles")));
        assertThat(without.plan().orElseThrow().steps())
                .noneMatch(step -> step.measure().id().equals("governance-roles"));
        assertThat(without.plan().orElseThrow().unreachable()).isNotEmpty();
        assertThat(without.difference()).isPresent();
        assertThat(way(form(STAR, "", "")).difference()).isEmpty();
    }

    @Test
    void theCompanysOwnFiguresReplaceOursAndAnEmptyFieldBringsOursBack() {
        Plan before = plan(form(STAR, "", ""));
        String path = "/companies/" + company + "/plan";
        var saved =
                visit.post(
                        path + "/figures",
                        Map.of(
                                "effort.governance-roles", "０",
                                "once.governance-roles", "9,000,000",
                                "yearly.governance-roles", "0",
                                "lead.governance-roles", "5",
                                "goal", STAR));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(saved.headers().firstValue("Location").orElseThrow())
                .contains("goal=scs%2F2026-03-27%2F3");
        Plan after = plan(form(STAR, "", ""));
        assertThat(after.yen()).isGreaterThan(before.yen() + 8_000_000);
        assertThat(visit.get(path).body()).contains("会社の数値", "9000000");
        visit.post(path + "/figures", Map.of("effort.governance-roles", "", "goal", STAR));
        assertThat(plan(form(STAR, "", "")).yen()).isEqualTo(before.yen());
        assertThat(figures.own(company)).isEmpty();
    }

    @Test
    void aWrongFigureSavesNothingAndIsNamed() {
        String path = "/companies/" + company + "/plan/figures";
        for (Map<String, String> form :
                List.of(
                        Map.of("rate", "-1"),
                        Map.of("people", "0"),
                        Map.of("years", "11"),
                        Map.of("size", "huge"),
                        Map.of("effort.policy", "x", "rate", "50000"))) {
            var refused = visit.post(path, form);
            assertThat(refused.statusCode()).as(form.toString()).isEqualTo(422);
            assertThat(refused.body()).contains("何も保存しませんでした", "aria-invalid=\"true\"");
        }
        assertThat(figures.terms(organisations.get(company)).dayRate()).isEqualTo(40_000);
        assertThat(
                        visit.get("/companies/" + company + "/plan?budget=x&by=2020-01-01&goal=a")
                                .body())
                .contains("予算を読み取れませんでした", "期日を読み取れませんでした", "目指す段階を読み取れませんでした");
    }

    @Test
    void whoComesWhenTheLineIsFullIsToldToComeAgainWithTheSameWish() throws InterruptedException {
        var go = new CountDownLatch(1);
        var others =
                IntStream.range(0, 50)
                        .mapToObj(
                                _ -> Thread.ofVirtual().start(() -> turns.take(() -> awaited(go))))
                        .toList();
        try {
            // Those beyond the line have gone; the line itself is full.
            while (others.stream().allMatch(Thread::isAlive)) {
                Thread.sleep(10);
            }
            var busy = visit.get("/companies/" + company + "/plan?goal=" + STAR);
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.headers().firstValue("Retry-After")).contains("10");
            assertThat(busy.body()).contains("順番が来ませんでした", "goal=scs%2F2026-03-27%2F3");
        } finally {
            go.countDown();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /// The hardest wish there is: everything of every scheme, by a day. It must not hang.
    @Test
    void theHardestWishIsAnsweredSoonWithItsGap() {
        PlanForm all =
                new PlanForm(
                        List.of(
                                "scs/2026-03-27/4",
                                "cmmc/2024-12-16/2",
                                "essential-eight/2023-11/3",
                                "cyber-essentials/danzell-16.2/plus",
                                "security-action/2026-03/2"),
                        "",
                        TODAY.plusDays(200).toString(),
                        null,
                        null);
        long begun = System.nanoTime();
        Plan plan = plan(all);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(plan.days()).isLessThanOrEqualTo(200);
        assertThat(plan.proven() || plan.gap() >= 0).isTrue();
    }

    private Plan plan(PlanForm form) {
        return way(form).plan().orElseThrow();
    }

    private Way way(PlanForm form) {
        return ways.of(organisations.get(company), form, TODAY);
    }

    private static PlanForm form(String goal, String budget, String by) {
        return new PlanForm(List.of(goal), budget, by, null, null);
    }
}
