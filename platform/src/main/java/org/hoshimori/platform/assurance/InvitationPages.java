package org.hoshimori.platform.assurance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where a company finds and invites its expert, and sees who reads.
@Controller
class InvitationPages {

    private static final int SHOWN = 20;

    private final Assurances assurances;
    private final Experts experts;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Assessments assessments;
    private final Clock clock;
    private final Templates templates;

    InvitationPages(
            Assurances assurances,
            Experts experts,
            Accounts accounts,
            Organisations organisations,
            Assessments assessments,
            Clock clock,
            Templates templates) {
        this.assurances = assurances;
        this.experts = experts;
        this.accounts = accounts;
        this.organisations = organisations;
        this.assessments = assessments;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/assessments/{id}/expert")
    Page expert(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q) {
        return page(
                frame, actor, Addresses.assessment(id), q, "", Optional.empty(), Optional.empty());
    }

    @PostMapping("/assessments/{id}/expert")
    Object invite(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String message,
            RedirectAttributes redirect) {
        AssessmentId assessment = Addresses.assessment(id);
        return switch (assurances.invite(actor, assessment, email, message)) {
            case Invited.Done(Engagement engagement) -> {
                Flash.leave(redirect, frame.say("assurance.invite.done", engagement.email()));
                yield "redirect:/assessments/" + assessment + "/expert";
            }
            case Invited.NotNow _ -> refused(frame, actor, assessment, email, "not-now");
            case Invited.Another _ -> refused(frame, actor, assessment, email, "another");
            case Invited.BadEmail _ -> refused(frame, actor, assessment, email, "bad-email");
            case Invited.NotIndependent(Independence independence) ->
                    page(
                            frame,
                            actor,
                            assessment,
                            "",
                            email,
                            Optional.of("assurance.invite.refused"),
                            Optional.of(independence));
        };
    }

    @PostMapping("/assessments/{id}/expert/withdraw")
    String withdraw(
            Frame frame,
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        AssessmentId assessment = Addresses.assessment(id);
        assurances.withdraw(actor, assessment, reason);
        Flash.leave(redirect, frame.say("assurance.withdraw.done"));
        return "redirect:/assessments/" + assessment + "/expert";
    }

    private Page refused(
            Frame frame, Actor actor, AssessmentId assessment, String email, String why) {
        return page(
                frame,
                actor,
                assessment,
                "",
                email,
                Optional.of("assurance.invite." + why),
                Optional.empty());
    }

    private Page page(
            Frame frame,
            Actor actor,
            AssessmentId id,
            String query,
            String email,
            Optional<String> error,
            Optional<Independence> refused) {
        Assessment assessment = assessments.get(id);
        if (!organisations.may(actor, assessment.organisation(), Permission.READ)) {
            throw new NotFound();
        }
        Optional<Engagement> open = assurances.engaged(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Frame.ZONE);
        boolean searching = open.isEmpty() && assessment.stage() == Stage.DECLARED;
        List<InvitationView.Candidate> found = searching ? candidates(query, today) : List.of();
        var view =
                new InvitationView(
                        assessment,
                        organisations.get(assessment.organisation()),
                        organisations.may(actor, assessment.organisation(), Permission.SUBMIT),
                        open,
                        open.flatMap(Engagement::expert).flatMap(experts::find),
                        refused.or(() -> open.flatMap(one -> assurances.lastCheck(one.id()))),
                        assurances.engagements(id).stream().filter(one -> !one.open()).toList(),
                        query,
                        found,
                        experts.rules().stream().map(IndependenceRule::words).toList(),
                        error,
                        email,
                        assurances.confirmation(id));
        return new Page(
                templates.assuranceInvitation(frame, view),
                error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<InvitationView.Candidate> candidates(String query, LocalDate today) {
        List<Expert> found = experts.listed(query).stream().limit(SHOWN).toList();
        Map<AccountId, Account> people = accounts.all(found.stream().map(Expert::account).toList());
        return found.stream()
                .flatMap(expert -> candidate(expert, people.get(expert.account()), today).stream())
                .toList();
    }

    private static Optional<InvitationView.Candidate> candidate(
            Expert expert, @Nullable Account account, LocalDate today) {
        return account == null
                ? Optional.empty()
                : expert.qualification(today)
                        .map(qualification ->
                                new InvitationView.Candidate(
                                        expert, qualification, account.email()));
    }
}
