package org.hoshimori.platform.assessment;

import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The whole assessment on paper.
@Controller
class PrintPages {

    private final Templates templates;
    private final Heads heads;
    private final Snapshots snapshots;
    private final Attachments attachments;

    PrintPages(Templates templates, Heads heads, Snapshots snapshots, Attachments attachments) {
        this.templates = templates;
        this.heads = heads;
        this.snapshots = snapshots;
        this.attachments = attachments;
    }

    @GetMapping("/assessments/{id}/print")
    Page print(Frame frame, Actor actor, @PathVariable UUID id) {
        Head head = heads.of(actor, new AssessmentId(id));
        Snapshot snapshot = snapshots.of(head.assessment());
        return new Page(
                templates.assessmentPrint(
                        frame,
                        head,
                        snapshot.scope(),
                        Benches.gauge(snapshot),
                        Benches.tree(snapshot),
                        snapshot.answers(),
                        attachments.of(head.assessment().id())));
    }
}
