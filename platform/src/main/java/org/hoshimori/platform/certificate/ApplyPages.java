package org.hoshimori.platform.certificate;

import java.util.List;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where a company applies for registration, and sees what became of it.
@Controller
class ApplyPages {

    private final Certificates certificates;
    private final Applications applications;
    private final Grounds grounds;
    private final Assessments assessments;
    private final Organisations organisations;
    private final Templates templates;

    ApplyPages(
            Certificates certificates,
            Applications applications,
            Grounds grounds,
            Assessments assessments,
            Organisations organisations,
            Templates templates) {
        this.certificates = certificates;
        this.applications = applications;
        this.grounds = grounds;
        this.assessments = assessments;
        this.organisations = organisations;
        this.templates = templates;
    }

    @GetMapping("/assessments/{id}/apply")
    Page open(Frame frame, Actor actor, @PathVariable AssessmentId id) {
        return page(frame, actor, id, HttpStatus.OK);
    }

    @PostMapping("/assessments/{id}/apply")
    Object apply(
            Frame frame, Actor actor, @PathVariable AssessmentId id, RedirectAttributes redirect) {
        return switch (certificates.apply(actor, id)) {
            case Applied.Received _ -> {
                Flash.leave(redirect, frame.say("certificate.apply.received"));
                yield "redirect:/assessments/" + id + "/apply";
            }
            case Applied.NotReady _ -> page(frame, actor, id, HttpStatus.CONFLICT);
        };
    }

    private Page page(Frame frame, Actor actor, AssessmentId id, HttpStatus status) {
        Assessment assessment = assessments.get(id);
        organisations.require(actor, assessment.organisation(), Permission.READ);
        boolean open = assessment.stage().compareTo(Stage.PLEDGED) <= 0;
        var level = assessments.edition(assessment).level(assessment.level()).orElseThrow().title();
        return new Page(
                templates.certificateApply(
                        frame,
                        new ApplyView(
                                assessment,
                                organisations.get(assessment.organisation()).name(),
                                frame.pick(level.ja(), level.en()),
                                open ? grounds.of(assessment, Stage.PLEDGED).checks() : List.of(),
                                certificates.application(id),
                                certificates.of(id),
                                applications.mayApply(actor, assessment))),
                status);
    }
}
