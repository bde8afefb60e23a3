package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a self-assessment begins: what will happen, how long it takes, what to prepare.
@Controller
class BeginPages {

    private final Templates templates;
    private final Organisations organisations;
    private final AssessmentRows assessments;
    private final Beginning beginning;
    private final Editions editions;
    private final Clock clock;

    BeginPages(
            Templates templates,
            Organisations organisations,
            AssessmentRows assessments,
            Beginning beginning,
            Editions editions,
            Clock clock) {
        this.templates = templates;
        this.organisations = organisations;
        this.assessments = assessments;
        this.beginning = beginning;
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/companies/{id}/assessments/new")
    Page begin(Frame frame, Actor actor, @PathVariable UUID id) {
        var organisation = new OrganisationId(id);
        organisations.require(actor, organisation, Permission.EDIT);
        return new Page(
                templates.assessmentBegin(
                        frame,
                        organisations.get(organisation),
                        editions.offered(today()),
                        assessments.of(organisation).stream()
                                .filter(each -> each.stage().open())
                                .toList()));
    }

    @PostMapping("/companies/{id}/assessments")
    String begin(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "scs") String scheme,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam String level) {
        Edition chosen =
                editions.offered(today()).stream()
                        .filter(each -> each.scheme().equals(scheme))
                        .filter(each -> edition.isEmpty() || each.id().equals(edition))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        AssessmentId begun = beginning.begin(actor, new OrganisationId(id), chosen, level);
        return "redirect:/assessments/" + begun + "/scope";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }

    @PostMapping("/assessments/{id}/renew")
    String renew(Actor actor, @PathVariable UUID id) {
        return "redirect:/assessments/" + beginning.renew(actor, new AssessmentId(id));
    }
}
