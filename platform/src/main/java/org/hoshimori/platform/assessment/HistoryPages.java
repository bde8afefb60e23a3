package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The history of all answers of an assessment.
@Controller
class HistoryPages {

    private static final int PAGE = 200;

    private final Templates templates;
    private final Heads heads;
    private final HistoryRows rows;

    HistoryPages(Templates templates, Heads heads, HistoryRows rows) {
        this.templates = templates;
        this.heads = heads;
        this.rows = rows;
    }

    @GetMapping("/assessments/{id}/history")
    Page history(
            Frame frame, Actor actor, @PathVariable UUID id, @RequestParam Optional<Long> before) {
        Head head = heads.of(actor, new AssessmentId(id));
        List<HistoryLine> lines =
                rows.of(head.assessment().id(), before.orElse(Long.MAX_VALUE), PAGE);
        return new Page(
                templates.assessmentHistory(
                        frame,
                        head,
                        lines,
                        lines.size() < PAGE
                                ? Optional.empty()
                                : Optional.of(lines.getLast().number())));
    }
}
