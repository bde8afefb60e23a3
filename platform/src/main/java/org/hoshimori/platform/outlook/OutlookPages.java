package org.hoshimori.platform.outlook;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

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
    Page schemes(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @RequestParam(defaultValue = "") String on) {
        organisations.require(actor, id, Permission.READ);
        Organisation company = organisations.get(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Frame.ZONE);
        Optional<LocalDate> assessed = day(on);
        boolean wrong = !on.isBlank() && assessed.isEmpty();
        List<Prospect> all =
                prospects.of(
                        assessments.answered(id),
                        editions.offered(today),
                        KnownMeasures.size(company.size()),
                        assessed);
        return new Page(
                templates.outlookSchemes(
                        frame,
                        company,
                        all,
                        new AssessedOn(on, assessed, wrong, today),
                        crossings.bands(),
                        organisations.may(actor, id, Permission.EDIT)),
                wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    /// Years of four digits only: nobody assesses in others.
    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() <= 9000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
