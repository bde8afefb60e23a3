package org.hoshimori.platform.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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

/// The expert's desk in a real browser, walked by keys.
class ExpertDeskTests extends Journey {

    @Autowired private java.time.Clock now;
    @Autowired private Accounts accounts;
    @Autowired private Organisations organisations;
    @Autowired private Assessments assessments;
    @Autowired private Experts experts;
    @Autowired private Assurances assurances;

    @Test
    void theDeskIsWalkedByKeys() {
        var world = new Engaged(accounts, organisations, assessments, experts, assurances, now);
        Engaged.Case reviewed = world.declared();
        Actor expert = world.engaged(reviewed);
        world.reviewAll(expert, reviewed.assessment());

        Page page = desktop();
        enter(page, signedIn(expert.email()));
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
}
