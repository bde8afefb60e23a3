package org.hoshimori.platform.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hoshimori.platform.PlatformTests;
import org.hoshimori.platform.Visit;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.trail.Trail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// Companies, experts and operators of an assurance, and how they sign.
abstract class EngagedTests extends PlatformTests {

    private static final Pattern DRAFT = Pattern.compile("name=\"draft\" value=\"([^\"]+)\"");

    @Autowired protected Accounts accounts;
    @Autowired protected Assurances assurances;
    @Autowired protected Experts experts;
    @Autowired protected Assessments assessments;
    @Autowired protected Organisations organisations;
    @Autowired protected Trail trail;
    @Autowired protected EvidenceRoom room;
    protected Engaged world;

    @BeforeEach
    void newWorld() {
        world = new Engaged(accounts, organisations, assessments, experts, assurances, clock);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    final void confirmed(Engaged.Case one, Actor expert) {
        world.reviewAll(expert, one.assessment());
        Visit reader = signedIn(expert.email());
        String here = "/desk/expert/" + one.assessment() + "/confirm";
        SoftAuthenticator key = passkey(reader);
        assertThat(sign(reader, key, here, reader.get(here).body()).statusCode()).isEqualTo(302);
    }

    final void worksFor(Actor expert, Engaged.Case one) {
        experts.register(
                expert,
                new Profile(
                        Optional.of(organisations.get(one.company()).number().value()), true, ""));
    }

    static java.net.http.HttpResponse<String> sign(
            Visit visit, SoftAuthenticator key, String path, String page) {
        String draft = draft(page);
        String options = visit.get(path + "/options?draft=" + draft).body();
        return visit.post(path, Map.of("draft", draft, "credential", key.get(options)));
    }

    static String draft(String page) {
        var found = DRAFT.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
