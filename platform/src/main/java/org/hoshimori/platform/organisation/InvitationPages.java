package org.hoshimori.platform.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.OpenPaths;
import org.hoshimori.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/// What somebody sees who opens an invitation's link. The link alone shows the company's name and
/// the role; accepting needs an account.
@Controller
class InvitationPages {

    private final Organisations organisations;
    private final Invitations invitations;
    private final Templates templates;

    InvitationPages(Organisations organisations, Invitations invitations, Templates templates) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.templates = templates;
    }

    @GetMapping("/invitations/{token}")
    Page opened(Frame frame, Optional<Actor> actor, @PathVariable String token) {
        Optional<Invitation> found = invitations.find(token);
        if (found.isEmpty()) {
            return closed(frame, Acceptance.Reason.UNKNOWN);
        }
        Invitation invitation = found.get();
        if (invitation.closed().isPresent()) {
            return closed(frame, invitation.closed().get());
        }
        Organisation company = organisations.get(invitation.organisation());
        boolean otherAddress =
                actor.filter(known -> !known.email().equals(invitation.email())).isPresent();
        return new Page(
                templates.organisationInvitation(
                        frame, company, invitation, token, actor, otherAddress, ""));
    }

    /// Needs signing in; afterwards the visitor is back at the link.
    @GetMapping("/invitations/{token}/continue")
    String signedIn(@PathVariable String token) {
        return "redirect:/invitations/" + UriUtils.encodePathSegment(token, UTF_8);
    }

    @PostMapping("/invitations/{token}/accept")
    Object accept(
            Frame frame,
            Actor actor,
            @PathVariable String token,
            @RequestParam(defaultValue = "false") boolean confirmed,
            RedirectAttributes redirect) {
        return switch (organisations.accept(actor, token, confirmed)) {
            case Acceptance.Joined(OrganisationId id) -> {
                Flash.leave(redirect, frame.say("organisation.invitation.joined"));
                yield "redirect:/companies/" + id;
            }
            case Acceptance.OtherAddress _ -> {
                Invitation invitation = invitations.find(token).orElseThrow();
                yield new Page(
                        templates.organisationInvitation(
                                frame,
                                organisations.get(invitation.organisation()),
                                invitation,
                                token,
                                Optional.of(actor),
                                true,
                                frame.say("organisation.invitation.confirm.fault")),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Acceptance.Closed(Acceptance.Reason reason) -> closed(frame, reason);
        };
    }

    private Page closed(Frame frame, Acceptance.Reason reason) {
        return new Page(
                templates.organisationClosed(frame, reason),
                reason == Acceptance.Reason.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE);
    }

    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class Open {
        @Bean
        OpenPaths invitationPaths() {
            return OpenPaths.of("/invitations/*");
        }
    }
}
