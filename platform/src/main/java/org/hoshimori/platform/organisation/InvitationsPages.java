package org.hoshimori.platform.organisation;

import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.account.Email;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where owners invite people by link and take links back.
@Controller
class InvitationsPages {

    private final Organisations organisations;
    private final Invitations invitations;
    private final Templates templates;
    private final String home;

    InvitationsPages(
            Organisations organisations,
            Invitations invitations,
            Templates templates,
            @Value("${hoshimori.public-url}") String home) {
        this.organisations = organisations;
        this.invitations = invitations;
        this.templates = templates;
        this.home = home.replaceAll("/+$", "");
    }

    @GetMapping("/companies/{id}/invitations")
    Page list(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        return page(frame, actor, id, "", Role.EDITOR, "", "", HttpStatus.OK);
    }

    /// The link is shown on the answer itself, once: it is stored nowhere.
    @PostMapping("/companies/{id}/invitations")
    Page invite(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "EDITOR") Role role) {
        organisations.require(actor, id, Permission.APPOINT);
        if (Email.parse(email).isEmpty()) {
            String fault = frame.say("organisation.invitations.email.fault");
            return page(frame, actor, id, email, role, fault, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String link = organisations.invite(actor, id, email, role);
        return page(frame, actor, id, "", Role.EDITOR, "", home + link, HttpStatus.OK);
    }

    @PostMapping("/companies/{id}/invitations/{invitation}/revoke")
    String revoke(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            @PathVariable UUID invitation,
            RedirectAttributes redirect) {
        invitations.revoke(actor, id, invitation);
        Flash.leave(redirect, frame.say("organisation.invitations.revoked"));
        return "redirect:/companies/" + id + "/invitations";
    }

    private Page page(
            Frame frame,
            Actor actor,
            OrganisationId id,
            String email,
            Role role,
            String fault,
            String link,
            HttpStatus status) {
        return new Page(
                templates.organisationInvitations(
                        frame,
                        organisations.get(id),
                        invitations.open(actor, id),
                        email,
                        role,
                        fault,
                        link),
                status);
    }
}
