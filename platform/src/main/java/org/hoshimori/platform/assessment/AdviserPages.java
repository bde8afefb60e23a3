package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// Help from outside: inviting, accepting, ending.
@Controller
class AdviserPages {

    private final Templates templates;
    private final Heads heads;
    private final Advising advising;
    private final AssessmentRows assessments;
    private final Organisations organisations;
    private final Clock clock;
    private final String publicUrl;

    AdviserPages(
            Templates templates,
            Heads heads,
            Advising advising,
            AssessmentRows assessments,
            Organisations organisations,
            Clock clock,
            @Value("${hoshimori.public-url}") String publicUrl) {
        this.templates = templates;
        this.heads = heads;
        this.advising = advising;
        this.assessments = assessments;
        this.organisations = organisations;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/assessments/{id}/advisers")
    Page advisers(
            Frame frame, Actor actor, @PathVariable UUID id, @RequestParam Optional<UUID> invited) {
        return page(frame, actor, id, invited.map(this::link), false, HttpStatus.OK);
    }

    @PostMapping("/assessments/{id}/advisers")
    View invite(Frame frame, Actor actor, @PathVariable UUID id, @RequestParam String email) {
        Optional<UUID> invited = advising.invite(actor, new AssessmentId(id), email);
        return invited.isPresent()
                ? to("/assessments/" + id + "/advisers?invited=" + invited.get())
                : page(frame, actor, id, Optional.empty(), true, HttpStatus.BAD_REQUEST);
    }

    @PostMapping("/assessments/{id}/advisers/{invitation}/end")
    String end(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID invitation,
            RedirectAttributes redirect) {
        advising.end(actor, new AssessmentId(id), invitation);
        Flash.leave(redirect, frame.say("assessment.advisers.ended"));
        return "redirect:/assessments/" + id + "/advisers";
    }

    @GetMapping("/assessments/invitations/{invitation}")
    Page invitation(Frame frame, Actor actor, @PathVariable UUID invitation) {
        AdviserInvitation found = advising.find(invitation).orElseThrow(NotFound::new);
        return invitation(frame, actor, found, "", "", Optional.empty(), HttpStatus.OK);
    }

    @PostMapping("/assessments/invitations/{invitation}")
    View accept(
            Frame frame,
            Actor actor,
            @PathVariable UUID invitation,
            @RequestParam(defaultValue = "") String employer,
            @RequestParam(defaultValue = "") String number) {
        Accepted accepted = advising.accept(actor, invitation, employer, number);
        AdviserInvitation found = advising.find(invitation).orElseThrow(NotFound::new);
        return switch (accepted) {
            case Accepted.Done done -> to("/assessments/" + done.assessment());
            case Accepted.OtherPerson _, Accepted.Gone _ ->
                    invitation(
                            frame,
                            actor,
                            found,
                            employer,
                            number,
                            Optional.empty(),
                            HttpStatus.CONFLICT);
            case Accepted.WrongNumber _ ->
                    invitation(
                            frame,
                            actor,
                            found,
                            employer,
                            number,
                            Optional.of(frame.say("assessment.invitation.number.wrong")),
                            HttpStatus.BAD_REQUEST);
        };
    }

    private Page page(
            Frame frame,
            Actor actor,
            UUID id,
            Optional<String> link,
            boolean wrong,
            HttpStatus status) {
        var assessment = new AssessmentId(id);
        return new Page(
                templates.assessmentAdvisers(
                        frame,
                        heads.of(actor, assessment),
                        advising.of(actor, assessment),
                        clock.instant(),
                        link,
                        wrong),
                status);
    }

    private Page invitation(
            Frame frame,
            Actor actor,
            AdviserInvitation found,
            String employer,
            String number,
            Optional<String> problem,
            HttpStatus status) {
        // The company's name is told to the invited person only.
        boolean mine = found.email().equals(actor.email().strip().toLowerCase(Locale.ROOT));
        String company =
                organisations
                        .get(
                                assessments
                                        .find(found.assessment())
                                        .orElseThrow(NotFound::new)
                                        .organisation())
                        .name();
        return new Page(
                templates.assessmentInvitation(
                        frame,
                        found,
                        mine ? company : "",
                        mine ? found.state(clock.instant()).code() : "other",
                        employer,
                        number,
                        problem),
                status);
    }

    private String link(UUID invitation) {
        return publicUrl + "/assessments/invitations/" + invitation;
    }

    private static View to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
