package org.hoshimori.platform.assessment;

import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Flash;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Declaring (自己宣言), taking it back, and the bytes that were frozen.
@Controller
class DeclarationPages {

    private final Templates templates;
    private final Heads heads;
    private final Snapshots snapshots;
    private final DeclarationRows rows;
    private final Declaring declaring;

    DeclarationPages(
            Templates templates,
            Heads heads,
            Snapshots snapshots,
            DeclarationRows rows,
            Declaring declaring) {
        this.templates = templates;
        this.heads = heads;
        this.snapshots = snapshots;
        this.rows = rows;
        this.declaring = declaring;
    }

    @GetMapping("/assessments/{id}/declare")
    Page declare(Frame frame, Actor actor, @PathVariable UUID id) {
        Head head = heads.of(actor, new AssessmentId(id));
        Snapshot snapshot = snapshots.of(head.assessment());
        return new Page(
                templates.assessmentDeclare(
                        frame,
                        head,
                        Benches.gauge(snapshot),
                        snapshot.scope(),
                        rows.of(head.assessment().id())));
    }

    @PostMapping("/assessments/{id}/declare")
    String declare(Frame frame, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        String told =
                switch (declaring.declare(actor, new AssessmentId(id))) {
                    case Declared.Done _ -> frame.say("assessment.declared");
                    case Declared.Incomplete incomplete ->
                            frame.say(
                                    "assessment.declare.incomplete",
                                    incomplete.missing().size() + incomplete.gaps().size());
                    case Declared.Closed closed ->
                            frame.say("assessment.declared.now." + closed.stage().code());
                    case Declared.NeedsBody _ -> frame.say("assessment.declare.body");
                };
        Flash.leave(redirect, told);
        return "redirect:/assessments/" + id + "/declare";
    }

    @PostMapping("/assessments/{id}/reopen")
    String reopen(Frame frame, Actor actor, @PathVariable UUID id, RedirectAttributes redirect) {
        boolean open = declaring.reopen(actor, new AssessmentId(id));
        Flash.leave(redirect, frame.say(open ? "assessment.reopened" : "assessment.reopen.not"));
        return "redirect:/assessments/" + id + "/declare";
    }

    @GetMapping("/assessments/{id}/frozen/{number}.json")
    ResponseEntity<byte[]> frozen(Actor actor, @PathVariable UUID id, @PathVariable int number) {
        Head head = heads.of(actor, new AssessmentId(id));
        Frozen frozen =
                rows.of(head.assessment().id()).stream()
                        .filter(each -> each.number() == number)
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"assessment-" + id + "-" + number + ".json\"")
                .body(frozen.json());
    }
}
