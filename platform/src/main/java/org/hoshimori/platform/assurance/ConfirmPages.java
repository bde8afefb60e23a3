package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where the expert reads the whole statement and signs it.
@Controller
class ConfirmPages {

    private final Assurances assurances;
    private final Signatures signatures;
    private final Templates templates;

    ConfirmPages(Assurances assurances, Signatures signatures, Templates templates) {
        this.assurances = assurances;
        this.signatures = signatures;
        this.templates = templates;
    }

    @GetMapping("/desk/expert/{id}/confirm")
    Page statement(Frame frame, Actor actor, @PathVariable String id) {
        return page(frame, actor, Addresses.assessment(id), Optional.empty());
    }

    @GetMapping(
            value = "/desk/expert/{id}/confirm/options",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(Actor actor, @PathVariable String id, @RequestParam String draft) {
        return assurances
                .draft(
                        actor,
                        Draft.Kind.CONFIRMATION,
                        Addresses.assessment(id),
                        Addresses.id(draft))
                .map(found -> signatures.options(actor, found.statement()))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/desk/expert/{id}/confirm")
    Object confirm(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam String draft,
            @RequestParam(defaultValue = "") String credential,
            RedirectAttributes redirect) {
        AssessmentId assessment = Addresses.assessment(id);
        return switch (assurances.confirm(actor, assessment, Addresses.id(draft), credential)) {
            case Confirmed.Done _ -> {
                Flash.leave(redirect, frame.say("assurance.confirm.done"));
                yield "redirect:/desk/expert/" + assessment;
            }
            case Confirmed.Stale _ ->
                    page(frame, actor, assessment, Optional.of("assurance.sign.stale"));
            case Confirmed.Refused(String reason) ->
                    page(frame, actor, assessment, Optional.of(reason));
            case Confirmed.NotYet(List<Obstacle> obstacles) ->
                    blocked(frame, assessment, obstacles, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Page page(Frame frame, Actor actor, AssessmentId assessment, Optional<String> error) {
        return switch (assurances.prepareConfirmation(actor, assessment)) {
            case Preparation.NotYet(List<Obstacle> obstacles) ->
                    blocked(frame, assessment, obstacles, HttpStatus.OK);
            case Preparation.Ready(Draft draft) ->
                    new Page(
                            templates.assuranceConfirm(
                                    frame,
                                    assessment,
                                    StatementView.of(draft.id(), draft.statement()),
                                    error),
                            error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Page blocked(
            Frame frame, AssessmentId assessment, List<Obstacle> obstacles, HttpStatus status) {
        return new Page(
                templates.assuranceObstacles(
                        frame, "assurance.confirm.title", "/desk/expert/" + assessment, obstacles),
                status);
    }
}
