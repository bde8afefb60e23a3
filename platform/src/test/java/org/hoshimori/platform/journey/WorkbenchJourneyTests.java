package org.hoshimori.platform.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.regex.Pattern;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.organisation.Companies;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Answering in a real browser: keys, autosave, two people, a phone.
class WorkbenchJourneyTests extends Journey {

    @Autowired Accounts accounts;
    @Autowired Organisations organisations;
    @Autowired Assessments assessments;

    private Actor actor;
    private AssessmentId id;

    @BeforeEach
    void aCompanyHasBegun() {
        actor = Companies.person(accounts, "山田 花子");
        OrganisationId company = Companies.founded(organisations, actor);
        id = assessments.begin(actor, company, "scs", "3");
    }

    @Test
    void keysAnswerAndTheAnswersSaveThemselves() {
        Page page = signedIn(desktop());
        page.navigate("/assessments/" + id);
        page.keyboard().press("1");
        assertThat(page.locator("#gauge strong")).containsText("1件がそろいました");
        assertThat(page.locator("#saved-1-2-1-1")).containsText("保存しました");
        page.locator("#note").fill("総務部が担当しています。");
        assertThat(page.locator("#history-1-2-1-1 summary")).containsText("（2）");
        // The cursor stays where it was while the answer is saved.
        assertThat(page.locator("#note")).isFocused();
        page.locator("#pane").focus();
        page.keyboard().press("n");
        assertThat(page.locator("#criterion-title")).containsText("1-2-1-2");
        assertThat(page).hasURL(Pattern.compile("at=1-2-1-2"));
        assertThat(page.locator("#leaf-1-2-1-2 a")).hasAttribute("aria-current", "true");
        screenshot(page, "workbench");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.locator("#keys button").click();
        page.locator("#answer button.primary").click();
        assertThat(page.locator("#criterion-title")).containsText("1-2-1-3");
        // axe touches style attributes of what htmx just swapped in, which our CSP forbids: a fresh
        // page.
        page.reload();
        assertThat(faults(page)).isEmpty();
        page.context().close();
    }

    @Test
    void theLaterOfTwoSeesBothTexts() {
        Page one = signedIn(desktop());
        one.navigate("/assessments/" + id + "/criteria/1-2-1-1");
        Page two = signedIn(desktop());
        two.navigate("/assessments/" + id + "/criteria/1-2-1-1");
        one.locator("#note").fill("先の人");
        assertThat(one.locator("#saved-1-2-1-1")).containsText("保存しました");
        two.locator("#note").fill("後の人");
        Locator merge = two.locator("#pane[data-merge]");
        assertThat(merge).containsText("先の人");
        assertThat(merge).containsText("後の人");
        screenshot(two, "workbench-merge");
        two.locator("#pane[data-merge] form.answer button.primary").click();
        assertThat(two.locator("#note")).hasValue("先の人\n\n後の人");
        one.context().close();
        two.context().close();
    }

    @Test
    void aPhoneShowsTheListAndOneQuestion() {
        Page page = signedIn(browser("ja-JP", 360, ColorScheme.LIGHT));
        page.navigate("/assessments/" + id);
        screenshot(page, "workbench-phone");
        assertThat(faults(page)).isEmpty();
        page.locator("#leaf-1-2-1-1 a").click();
        assertThat(page).hasURL(Pattern.compile("/criteria/1-2-1-1$"));
        page.getByLabel("満たしている", new Page.GetByLabelOptions().setExact(false)).first().check();
        assertThat(page.locator("#saved-1-2-1-1")).containsText("保存しました");
        screenshot(page, "question-phone");
        assertThat(faults(page)).isEmpty();
        page.context().close();
    }

    private Page signedIn(Page page) {
        page.navigate(accounts.oneTimeLink(actor.email(), "/account", Duration.ofMinutes(5)));
        page.locator("main button").first().click();
        // A new account is offered a passkey first; either page will do.
        page.waitForURL(url -> !url.contains("/sign-in/link/"));
        return page;
    }
}
