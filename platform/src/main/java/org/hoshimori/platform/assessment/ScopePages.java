package org.hoshimori.platform.assessment;

import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The scope editor: plain forms, one a line.
@Controller
class ScopePages {

    private final Templates templates;
    private final Heads heads;
    private final ScopeRows scopes;
    private final ScopeBook book;

    ScopePages(Templates templates, Heads heads, ScopeRows scopes, ScopeBook book) {
        this.templates = templates;
        this.heads = heads;
        this.scopes = scopes;
        this.book = book;
    }

    @GetMapping("/assessments/{id}/scope")
    Page scope(Frame frame, Actor actor, @PathVariable UUID id) {
        Head head = heads.of(actor, new AssessmentId(id));
        return new Page(templates.assessmentScope(frame, head, scopes.of(head.assessment().id())));
    }

    @PostMapping("/assessments/{id}/scope/items")
    String add(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String detail,
            RedirectAttributes redirect) {
        Scope.Kind known = Scope.Kind.of(kind).orElseThrow(NotFound::new);
        return told(
                frame,
                book.add(actor, new AssessmentId(id), known, name, detail),
                id,
                "kind-" + known.code(),
                redirect);
    }

    @PostMapping("/assessments/{id}/scope/items/{item}")
    String change(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String detail,
            RedirectAttributes redirect) {
        return told(
                frame,
                book.change(actor, new AssessmentId(id), item, name, detail),
                id,
                "name-" + item,
                redirect);
    }

    @PostMapping("/assessments/{id}/scope/items/{item}/remove")
    String remove(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            RedirectAttributes redirect) {
        return told(frame, book.remove(actor, new AssessmentId(id), item), id, "content", redirect);
    }

    @PostMapping("/assessments/{id}/scope/english")
    String english(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String english,
            RedirectAttributes redirect) {
        return told(
                frame,
                book.english(actor, new AssessmentId(id), english),
                id,
                "scope-text",
                redirect);
    }

    private static String told(
            Frame frame, boolean saved, UUID id, String anchor, RedirectAttributes redirect) {
        Flash.leave(
                redirect,
                frame.say(saved ? "assessment.scope.saved" : "assessment.scope.not-saved"));
        return "redirect:/assessments/" + id + "/scope#" + anchor;
    }
}
