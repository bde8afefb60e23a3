package org.hoshimori.platform.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Said;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Criterion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One company across all schemes and its way to the next level, in a real browser.
class OutlookJourneyTests extends Journey {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;

    private Actor actor;
    private OrganisationId company;
    private AssessmentId star;

    @BeforeEach
    void halfOfTheStarIsAnswered() {
        actor = Companies.person(accounts, "山田 花子");
        company = Companies.founded(organisations, actor);
        star = assessments.begin(actor, company, "scs", "4");
        List<Criterion> asked = assessments.edition(assessments.get(star)).criteriaOf("3");
        Map<String, Said> said = new HashMap<>();
        asked.subList(0, asked.size() - 12)
                .forEach(each -> said.put(each.id(), new Said(AnswerValue.MET, "", "実施しています。")));
        assessments.saveAll(actor, star, said);
    }

    @Test
    void aPlanIsMadeToggledAndReckonedWithTheCompanysOwnFigures() {
        Page page = signedIn(desktop());
        page.navigate("/companies/" + company);
        page.locator("nav a", new Page.LocatorOptions().setHasText("計画")).first().click();
        assertThat(page.locator("#result")).isVisible();
        assertThat(page.locator(".gantt li").count()).isPositive();
        page.locator("details:has(.toggles) > summary").click();
        page.locator(".toggles input[name=without]").first().check();
        assertThat(faults(page)).isEmpty();
        page.locator("form.card button.primary").click();
        assertThat(page.locator("main")).containsText("選んだ条件のない計画より");
        page.goBack();
        page.locator("#figures details > summary").click();
        screenshot(page, "outlook-figures");
        page.locator("#figures input[name^='once.']").first().fill("9,000,000");
        page.locator("#figures button").click();
        assertThat(page.locator(".flash")).containsText("数値を保存しました");
        assertThat(page.locator("#figures")).containsText("会社の数値");
        page.context().close();
    }

    @Test
    void whatWasAnsweredElsewhereIsToldInTheWorkbenchAlsoAfterASave() {
        AssessmentId other = assessments.begin(actor, company, "cyber-essentials", "basic");
        Page page = signedIn(desktop());
        page.navigate("/assessments/" + other + "?at=A7.1");
        assertThat(page.locator("#pane .echoes")).containsText("4-1-1-1");
        page.locator("#answer input[type=radio]").first().check();
        assertThat(page.locator("#saved-A7\\.1")).containsText("保存しました");
        page.locator("#answer button.primary").click();
        assertThat(page.locator("#criterion-title")).not().containsText("A7.1 ");
        screenshot(page, "workbench-elsewhere");
        page.navigate("/assessments/" + other + "?at=A7.3");
        page.locator("#pane .echoes a[href*='/suggestions']").click();
        assertThat(page.locator("#o-A7\\.3")).isVisible();
        page.context().close();
    }

    private Page signedIn(Page page) {
        page.navigate(accounts.oneTimeLink(actor.email(), "/account", Duration.ofMinutes(5)));
        page.locator("main button").first().click();
        page.waitForURL(url -> !url.contains("/sign-in/link/"));
        return page;
    }
}
