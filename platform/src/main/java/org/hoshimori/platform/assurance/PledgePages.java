package org.hoshimori.platform.assurance;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Signatures;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
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

/// Where the executive reads the pledge (自己適合宣誓) and signs it; the others of the company read what
/// was signed.
@Controller
class PledgePages {

    private static final int LONGEST_TITLE = 60;
    private static final Set<Stage> AFTER =
            EnumSet.of(Stage.PLEDGED, Stage.APPLIED, Stage.REGISTERED, Stage.REFUSED);

    private final Assurances assurances;
    private final Signatures signatures;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Templates templates;

    PledgePages(
            Assurances assurances,
            Signatures signatures,
            Organisations organisations,
            Assessments assessments,
            Templates templates) {
        this.assurances = assurances;
        this.signatures = signatures;
        this.organisations = organisations;
        this.assessments = assessments;
        this.templates = templates;
    }

    @GetMapping("/assessments/{id}/pledge")
    Page pledge(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String title) {
        return page(frame, actor, Addresses.assessment(id), title, Optional.empty());
    }

    @GetMapping(
            value = "/assessments/{id}/pledge/options",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(Actor actor, @PathVariable String id, @RequestParam String draft) {
        return assurances
                .draft(actor, Draft.Kind.PLEDGE, Addresses.assessment(id), Addresses.id(draft))
                .map(found -> signatures.options(actor, found.statement()))
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/assessments/{id}/pledge")
    Object sign(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam String draft,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String credential,
            RedirectAttributes redirect) {
        AssessmentId assessment = Addresses.assessment(id);
        return switch (assurances.pledge(actor, assessment, Addresses.id(draft), credential)) {
            case Pledged.Done _ -> {
                Flash.leave(redirect, frame.say("assurance.pledge.done"));
                yield "redirect:/assessments/" + assessment + "/pledge";
            }
            case Pledged.Stale _ ->
                    page(frame, actor, assessment, title, Optional.of("assurance.sign.stale"));
            case Pledged.Refused(String reason) ->
                    page(frame, actor, assessment, title, Optional.of(reason));
            case Pledged.NotYet(List<Obstacle> obstacles) ->
                    blocked(frame, assessment, obstacles, HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Page page(
            Frame frame, Actor actor, AssessmentId id, String written, Optional<String> error) {
        Assessment assessment = assessments.get(id);
        if (!organisations.may(actor, assessment.organisation(), Permission.READ)) {
            throw new NotFound();
        }
        Optional<Pledge> signed =
                assurances.pledge(id).filter(pledge -> AFTER.contains(assessment.stage()));
        if (signed.isPresent()) {
            return new Page(
                    templates.assurancePledged(
                            frame,
                            id,
                            signed.get(),
                            StatementView.of(signed.get().id(), signed.get().statement())));
        }
        String title = written.strip();
        if (title.length() > LONGEST_TITLE) {
            title = title.substring(0, LONGEST_TITLE);
        }
        if (!organisations.may(actor, assessment.organisation(), Permission.PLEDGE)
                || title.isEmpty()) {
            return new Page(
                    templates.assurancePledgeBegin(
                            frame,
                            assessment,
                            organisations.may(actor, assessment.organisation(), Permission.PLEDGE),
                            assurances.confirmation(id)));
        }
        return switch (assurances.preparePledge(actor, id, title)) {
            case Preparation.NotYet(List<Obstacle> obstacles) ->
                    blocked(frame, id, obstacles, HttpStatus.OK);
            case Preparation.Ready(Draft draft) ->
                    new Page(
                            templates.assurancePledge(
                                    frame,
                                    id,
                                    StatementView.of(draft.id(), draft.statement()),
                                    title,
                                    error),
                            error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Page blocked(
            Frame frame, AssessmentId assessment, List<Obstacle> obstacles, HttpStatus status) {
        return new Page(
                templates.assuranceObstacles(
                        frame, "assurance.pledge.title", "/assessments/" + assessment, obstacles),
                status);
    }
}
