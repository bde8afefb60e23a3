package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The calendar of repeated duties.
@Controller
class DutyPages {

    private final Templates templates;
    private final Heads heads;
    private final Duties duties;
    private final Clock clock;

    DutyPages(Templates templates, Heads heads, Duties duties, Clock clock) {
        this.templates = templates;
        this.heads = heads;
        this.duties = duties;
        this.clock = clock;
    }

    @GetMapping("/assessments/{id}/duties")
    Page duties(Frame frame, Actor actor, @PathVariable UUID id) {
        Head head = heads.of(actor, new AssessmentId(id));
        return new Page(
                templates.assessmentDuties(
                        frame,
                        head,
                        duties.due(head.assessment()),
                        duties.done(head.assessment()),
                        today()));
    }

    @PostMapping("/assessments/{id}/duties/{criterion}")
    String record(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        if (day.isAfter(today())) {
            Flash.leave(redirect, frame.say("assessment.duties.future"));
        } else {
            duties.record(actor, new AssessmentId(id), criterion, day, note);
            Flash.leave(redirect, frame.say("assessment.duties.recorded"));
        }
        return "redirect:/assessments/" + id + "/duties";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Frame.ZONE);
    }
}
