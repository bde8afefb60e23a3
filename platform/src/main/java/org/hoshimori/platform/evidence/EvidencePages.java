package org.hoshimori.platform.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Account;
import org.hoshimori.platform.account.Accounts;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.organisation.OrganisationId;
import org.hoshimori.platform.organisation.Organisations;
import org.hoshimori.platform.organisation.Permission;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A company's evidence: the list, one piece, its bytes.
@Controller
class EvidencePages {

    private final EvidenceRoom room;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Templates templates;

    EvidencePages(
            EvidenceRoom room,
            Organisations organisations,
            Accounts accounts,
            Templates templates) {
        this.room = room;
        this.organisations = organisations;
        this.accounts = accounts;
        this.templates = templates;
    }

    @GetMapping("/companies/{id}/evidence")
    Page list(Frame frame, Actor actor, @PathVariable OrganisationId id) {
        organisations.require(actor, id, Permission.READ);
        return list(frame, actor, id, List.of(), HttpStatus.OK);
    }

    /// To htmx it answers with the fragment `evidence/outcome`, to a plain form with a page.
    @PostMapping("/companies/{id}/evidence")
    Object add(
            Frame frame,
            Actor actor,
            @PathVariable OrganisationId id,
            Offering offering,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            RedirectAttributes redirect) {
        List<Added> added = room.add(actor, id, offering);
        if (fragment) {
            return new Page(templates.evidenceOutcome(frame, added));
        }
        if (added.stream().anyMatch(Added.Refused.class::isInstance) || added.isEmpty()) {
            return list(frame, actor, id, added, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.leave(redirect, frame.say("evidence.added", added.size()));
        return "redirect:/companies/" + id + "/evidence";
    }

    @GetMapping("/evidence/{id}")
    Page one(Frame frame, Actor actor, @PathVariable EvidenceId id) {
        Evidence evidence = readable(actor, id);
        return new Page(
                templates.evidenceOne(
                        frame,
                        evidence,
                        organisations.get(evidence.owner()),
                        accounts.find(evidence.by()).map(Account::name).orElse(""),
                        organisations.may(actor, evidence.owner(), Permission.READ),
                        organisations.may(actor, evidence.owner(), Permission.EDIT)));
    }

    /// @param inline whether the browser may show it; only pictures and PDF are shown
    @GetMapping("/evidence/{id}/file")
    void file(
            Actor actor,
            @PathVariable EvidenceId id,
            @RequestParam(defaultValue = "false") boolean inline,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Evidence evidence = readable(actor, id);
        if (!evidence.readable()) {
            throw new NotFound();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (new ServletWebRequest(request, response)
                .checkNotModified(evidence.digest().orElseThrow())) {
            return;
        }
        room.opened(actor, evidence);
        boolean shown = inline && evidence.previewable();
        response.setContentType(evidence.mediaType());
        response.setContentLengthLong(evidence.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(evidence.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        try (InputStream content = room.open(evidence)) {
            content.transferTo(response.getOutputStream());
        }
    }

    @PostMapping("/evidence/{id}/hide")
    String hide(
            Frame frame, Actor actor, @PathVariable EvidenceId id, RedirectAttributes redirect) {
        Evidence evidence = readable(actor, id);
        room.hide(actor, id);
        Flash.leave(redirect, frame.say("evidence.hidden"));
        return "redirect:/companies/" + evidence.owner() + "/evidence";
    }

    private Evidence readable(Actor actor, EvidenceId id) {
        return room.get(id)
                .filter(evidence -> room.mayRead(actor, evidence))
                .orElseThrow(NotFound::new);
    }

    private Page list(
            Frame frame, Actor actor, OrganisationId id, List<Added> added, HttpStatus status) {
        return new Page(
                templates.evidenceList(
                        frame,
                        organisations.get(id),
                        room.list(id),
                        added,
                        status == HttpStatus.UNPROCESSABLE_CONTENT && added.isEmpty(),
                        organisations.may(actor, id, Permission.EDIT)),
                status);
    }
}
