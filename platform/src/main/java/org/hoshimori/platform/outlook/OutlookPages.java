package org.hoshimori.platform.outlook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.scheme.Crossings;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// One company across all schemes.
@Controller
class OutlookPages {

    private final Templates templates;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Prospects prospects;
    private final Editions editions;
    private final Crossings crossings;
    private final Clock clock;

    OutlookPages(
            Templates templates,
            Organisations organisations,
            Assessments assessments,
            Prospects prospects,
            Editions editions,
            Crossings crossings,
            Clock clock) {
        this.templates = templates;
        this.organisations = organisations;
        this.assessments = assessments;
        this.prospects = prospects;
        this.editions = editions;
        this.crossings = crossings;
        this.clock = clock;
    }

    @GetMapping("/companies/{id}/schemes")
    Page schemes(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        organisations.require(actor, id, Permission.READ);
        Organisation company = organisations.get(id);
        List<Prospect> all =
                prospects.of(
                        assessments.answered(id),
                        editions.offered(LocalDate.ofInstant(clock.instant(), Frame.ZONE)),
                        KnownMeasures.size(company.size()));
        return new Page(
                templates.outlookSchemes(
                        frame,
                        company,
                        all,
                        crossings.bands(),
                        organisations.may(actor, id, Permission.EDIT)));
    }
}
