package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.assessment.Assessment;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.assessment.Assessments;
import org.hoshimori.platform.assessment.Stage;
import org.hoshimori.platform.organisation.Organisation;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The expert's desk: the queue, the answer to an invitation, and the way into the review.
@Controller
class ExpertDeskPages {

    private final Assurances assurances;
    private final Experts experts;
    private final Ties ties;
    private final ReviewPages reviews;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Clock clock;
    private final Templates templates;

    ExpertDeskPages(
            Assurances assurances,
            Experts experts,
            Ties ties,
            ReviewPages reviews,
            Organisations organisations,
            Assessments assessments,
            Clock clock,
            Templates templates) {
        this.assurances = assurances;
        this.experts = experts;
        this.ties = ties;
        this.reviews = reviews;
        this.organisations = organisations;
        this.assessments = assessments;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/desk/expert")
    Page queue(Frame frame, Actor actor) {
        List<Engagement> engagements = assurances.queue(actor);
        Map<OrganisationId, Organisation> companies =
                organisations.all(
                        engagements.stream().map(Engagement::organisation).distinct().toList());
        Map<AssessmentId, Assessment> all =
                assessments.all(engagements.stream().map(Engagement::assessment).toList());
        List<QueueRow> rows =
                engagements.stream()
                        .map(one ->
                                new QueueRow(
                                        one,
                                        Objects.requireNonNull(all.get(one.assessment())),
                                        Objects.requireNonNull(companies.get(one.organisation()))
                                                .name(),
                                        Duration.between(one.invitedAt(), clock.instant())
                                                .toDays()))
                        .toList();
        return new Page(
                templates.assuranceQueue(frame, rows, experts.find(actor.id()), ties.today()));
    }

    @GetMapping("/desk/expert/{id}")
    Page engagement(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "all") String show) {
        AssessmentId assessment = Addresses.assessment(id);
        Engagement mine = mine(actor, assessment);
        if (mine.stage() == Engagement.Stage.ACCEPTED
                && assessments.get(assessment).stage() == Stage.DECLARED) {
            return reviews.page(frame, actor, assessment, criterion, show, Optional.empty());
        }
        return page(frame, actor, mine, Optional.empty(), "", Optional.empty());
    }

    @PostMapping("/desk/expert/{id}/accept")
    Object accept(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String capital,
            @RequestParam(defaultValue = "") String advised,
            @RequestParam(defaultValue = "") String advisedUntil,
            @RequestParam(defaultValue = "") String others,
            RedirectAttributes redirect) {
        AssessmentId assessment = Addresses.assessment(id);
        Engagement mine = mine(actor, assessment);
        if (officer.isEmpty() || capital.isEmpty() || advised.isEmpty() || others.isBlank()) {
            return page(
                    frame,
                    actor,
                    mine,
                    Optional.of("assurance.declare.incomplete"),
                    others,
                    Optional.empty());
        }
        Optional<LocalDate> until = ProfilePages.day(advisedUntil);
        if (advised.equals("past") && until.isEmpty()) {
            return page(
                    frame,
                    actor,
                    mine,
                    Optional.of("assurance.declare.until-missing"),
                    others,
                    Optional.empty());
        }
        var declaration =
                new Declaration(
                        officer.equals("yes"),
                        capital.equals("yes"),
                        !advised.equals("no"),
                        advised.equals("past") ? until : Optional.empty(),
                        others.strip());
        return switch (assurances.accept(actor, assessment, declaration)) {
            case Accepted.Done _ -> {
                Flash.leave(redirect, frame.say("assurance.accept.done"));
                yield "redirect:/desk/expert/" + assessment;
            }
            case Accepted.NotQualified _ ->
                    page(
                            frame,
                            actor,
                            mine,
                            Optional.of("assurance.accept.not-qualified"),
                            others,
                            Optional.empty());
            case Accepted.NotIndependent(Independence independence) ->
                    page(
                            frame,
                            actor,
                            mine,
                            Optional.of("assurance.accept.refused"),
                            others,
                            Optional.of(independence));
        };
    }

    @PostMapping("/desk/expert/{id}/decline")
    String decline(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        assurances.decline(actor, Addresses.assessment(id), reason);
        Flash.leave(redirect, frame.say("assurance.decline.done"));
        return "redirect:/desk/expert";
    }

    private Page page(
            Frame frame,
            Actor actor,
            Engagement mine,
            Optional<String> error,
            String others,
            Optional<Independence> refused) {
        Assessment assessment = assessments.get(mine.assessment());
        Optional<Expert> expert = experts.find(actor.id());
        Optional<Independence> check =
                refused.or(() ->
                        mine.stage() == Engagement.Stage.INVITED
                                ? Optional.of(ties.check(actor.id(), assessment, Optional.empty()))
                                : assurances.lastCheck(mine.id()));
        var view =
                new DeskView(
                        mine,
                        assessment,
                        organisations.get(mine.organisation()),
                        assessments.scope(mine.assessment()),
                        expert,
                        expert.flatMap(one -> one.qualification(ties.today())).isPresent(),
                        check,
                        assessments.returnedItems(mine.assessment()),
                        error,
                        others,
                        assurances
                                .confirmation(mine.assessment())
                                .filter(one -> one.by().account().equals(actor.id())));
        return new Page(
                templates.assuranceEngagement(frame, view),
                error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// This person's newest engagement in the assessment; nobody else learns that it exists.
    private Engagement mine(Actor actor, AssessmentId assessment) {
        return assurances.engagements(assessment).stream()
                .filter(one -> one.concerns(actor.id(), actor.email()))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
