package org.hoshimori.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assurance.Assurances;
import org.hoshimori.platform.assurance.Engaged;
import org.hoshimori.platform.assurance.Experts;
import org.hoshimori.platform.organisation.Organisations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The expert's desk and the pages around it in a real browser: accessible, and walked by keys.
class ExpertDeskTests extends Journey {

    @Autowired private java.time.Clock now;
    @Autowired private Accounts accounts;
    @Autowired private Organisations organisations;
    @Autowired private Assessments assessments;
    @Autowired private Experts experts;
    @Autowired private Assurances assurances;

    @Test
    void theDeskIsAccessibleEverywhereAndWalkedByKeys() {
        var world = new Engaged(accounts, organisations, assessments, experts, assurances, now);
        Engaged.Case open = world.declared();
        Engaged.Case reviewed = world.declared();
        Actor expert = world.engaged(reviewed);
        world.reviewAll(expert, reviewed.assessment());
        assurances.invite(open.owner(), open.assessment(), expert.email(), "どうぞよろしく。");

        List<String> faults = new ArrayList<>();
        for (String language : List.of("ja", "en")) {
            for (int width : List.of(360, 1280)) {
                ColorScheme colours = width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT;
                Page page = as(expert, language, width, colours);
                look(page, "/desk/expert", "queue-" + language + width, faults);
                look(page, "/desk/expert/profile", "profile-" + language + width, faults);
                look(
                        page,
                        "/desk/expert/" + open.assessment(),
                        "invited-" + language + width,
                        faults);
                look(
                        page,
                        "/desk/expert/" + reviewed.assessment(),
                        "review-" + language + width,
                        faults);
                look(
                        page,
                        "/desk/expert/" + reviewed.assessment() + "/confirm",
                        "confirm-" + language + width,
                        faults);
                page.context().close();
                page = as(open.owner(), language, width, colours);
                look(
                        page,
                        "/assessments/" + world.declared(open.owner(), open.company()) + "/expert",
                        "invite-" + language + width,
                        faults);
                look(
                        page,
                        "/assessments/" + open.assessment() + "/expert",
                        "waits-" + language + width,
                        faults);
                look(
                        page,
                        "/assessments/" + open.assessment() + "/pledge",
                        "pledge-" + language + width,
                        faults);
                page.context().close();
            }
        }
        assertThat(faults).isEmpty();

        Page page = as(expert, "ja", 1280, ColorScheme.LIGHT);
        List<String> criteria = world.criteria(reviewed.assessment());
        page.navigate("/desk/expert/" + reviewed.assessment() + "?criterion=" + criteria.get(0));
        page.keyboard().press("j");
        page.waitForURL("**criterion=" + criteria.get(1));
        page.keyboard().press("r");
        page.waitForURL("**criterion=" + criteria.get(2));
        page.keyboard().press("k");
        page.waitForURL("**criterion=" + criteria.get(1));
        page.keyboard().press("q");
        page.keyboard().type("j");
        assertThat(page.locator("#comment").inputValue()).isEqualTo("j");
        page.context().close();
    }

    private void look(Page page, String path, String name, List<String> faults) {
        assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
        faults.addAll(faults(page));
        screenshot(page, "expert-" + name);
    }

    private Page as(Actor actor, String language, int width, ColorScheme colours) {
        Page page = browser(language, width, colours);
        String session =
                signedIn(actor.email()).cookies().getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("session"))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
        page.context().addCookies(List.of(new Cookie("session", session).setUrl(home)));
        return page;
    }
}
