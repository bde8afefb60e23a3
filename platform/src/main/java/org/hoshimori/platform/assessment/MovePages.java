package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.hoshimori.rules.Edition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Moving an assessment to another edition: first the report, then the deed.
@Controller
class MovePages {

    private final Templates templates;
    private final Heads heads;
    private final AnswerRows answers;
    private final Moving moving;

    MovePages(Templates templates, Heads heads, AnswerRows answers, Moving moving) {
        this.templates = templates;
        this.heads = heads;
        this.answers = answers;
        this.moving = moving;
    }

    @GetMapping("/assessments/{id}/edition")
    Page show(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to) {
        Head head = heads.of(actor, new AssessmentId(id));
        List<Edition> others = moving.others(head.assessment());
        Optional<Succession> succession =
                (to.isEmpty() ? others.stream().map(Edition::id).findFirst() : Optional.of(to))
                        .map(edition -> moving.succession(head.assessment(), edition));
        return new Page(
                templates.assessmentMove(
                        frame,
                        head,
                        others,
                        succession.map(each ->
                                Effect.of(
                                        each,
                                        head.assessment().level(),
                                        answers.of(head.assessment().id()))),
                        succession.filter(each -> moving.inForce(each.after())).isPresent()));
    }

    @PostMapping("/assessments/{id}/edition")
    String move(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes redirect) {
        AssessmentId next = moving.move(actor, new AssessmentId(id), to);
        Flash.leave(redirect, frame.say("assessment.move.done"));
        return "redirect:/assessments/" + next;
    }
}
