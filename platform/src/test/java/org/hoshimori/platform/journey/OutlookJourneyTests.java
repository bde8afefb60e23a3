package org.hoshimori.platform.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
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
    void everyPageIsAccessibleInBothLanguagesLightAndDarkNarrowAndWide() {
        List<String> faults = new ArrayList<>();
        AssessmentId other = assessments.begin(actor, company, "cyber-essentials", "basic");
        for (String language : List.of("ja", "en")) {
            for (int width : List.of(360, 1280)) {
                boolean dark = width == 360;
                if (language.equals("ja") != dark) {
                    continue;
                }
                Page page =
                        signedIn(
                                browser(
                                        language,
                                        width,
                                        dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                for (String path :
                        List.of(
                                "/companies/" + company + "/schemes",
                                "/companies/" + company + "/plan",
                                "/companies/"
                                        + company
                                        + "/plan?goal=scs/2026-03-27/4&budget=3000000&without=policy&by=x",
                                "/assessments/" + other + "/criteria/A7.1",
                                "/assessments/" + star + "/edition",
                                "/schemes/scs/crosswalks?with=security-action",
                                "/schemes/scs/crosswalks/4-4-3-3")) {
                    page.navigate(path);
                    page.locator("details")
                            .all()
                            .forEach(each -> each.evaluate("e => e.open = true"));
                    faults.addAll(faults(page));
                    String name = path.replaceAll("[?].*", "").replaceAll("/[0-9a-f-]{36}", "");
                    screenshot(
                            page,
                            "outlook" + name.replace('/', '-') + "-" + language + "-" + width);
                }
                page.context().close();
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aPlanIsMadeToggledAndReckonedWithTheCompanysOwnFigures() {
        Page page = signedIn(desktop());
        page.navigate("/companies/" + company);
        page.locator("nav a", new Page.LocatorOptions().setHasText("計画")).first().click();
        assertThat(page.locator("#result")).isVisible();
        String before = page.locator(".figures strong").textContent();
        String first = page.locator(".gantt li").count() + "";
        page.locator("details:has(.toggles) > summary").click();
        page.locator(".toggles input[name=without]").first().check();
        page.locator("form.card button.primary").click();
        assertThat(page.locator("main")).containsText("選んだ条件のない計画より");
        page.goBack();
        page.locator("#figures details > summary").click();
        page.locator("#figures input[name^='once.']").first().fill("9,000,000");
        page.locator("#figures button").click();
        assertThat(page.locator(".flash")).containsText("数値を保存しました");
        assertThat(page.locator("#figures")).containsText("会社の数値");
        assertThat(first).isNotEqualTo("0");
        assertThat(before).isNotBlank();
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
