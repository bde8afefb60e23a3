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

/// What was answered elsewhere, for a pane that came by script after a save: asked afterwards, so
/// that saving need not wait for it.
@Controller
class EchoPages {

    private final Templates templates;
    private final Benches benches;

    EchoPages(Templates templates, Benches benches) {
        this.templates = templates;
        this.benches = benches;
    }

    @GetMapping("/assessments/{id}/criteria/{criterion}/elsewhere")
    Page elsewhere(
            Frame frame, Actor actor, @PathVariable UUID id, @PathVariable String criterion) {
        Bench bench = benches.whole(actor, new AssessmentId(id), Optional.of(criterion));
        return new Page(
                templates.assessmentEchoes(
                        frame, bench.pane(), bench.pane().echoes().orElse(List.of())));
    }
}
