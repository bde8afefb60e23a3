package org.hoshimori.platform.assessment;

import gg.jte.models.runtime.JteModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hoshimori.pages.Templates;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The workbench, one question alone, and what changed since.
@Controller
class WorkbenchPages {

    private final Templates templates;
    private final Benches benches;
    private final AssessmentRows assessments;
    private final AnswerRows answers;
    private final Snapshots snapshots;
    private final Presence presence;
    private final Rights rights;

    WorkbenchPages(
            Templates templates,
            Benches benches,
            AssessmentRows assessments,
            AnswerRows answers,
            Snapshots snapshots,
            Presence presence,
            Rights rights) {
        this.templates = templates;
        this.benches = benches;
        this.assessments = assessments;
        this.answers = answers;
        this.snapshots = snapshots;
        this.presence = presence;
        this.rights = rights;
    }

    @GetMapping("/assessments/{id}")
    Page workbench(
            Frame frame, Actor actor, @PathVariable UUID id, @RequestParam Optional<String> at) {
        return new Page(
                templates.assessmentWorkbench(
                        frame, benches.whole(actor, new AssessmentId(id), at)));
    }

    /// A page of its own; for the workbench's script only the pane of it.
    @GetMapping("/assessments/{id}/criteria/{criterion}")
    Page criterion(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target) {
        Bench bench = benches.whole(actor, new AssessmentId(id), Optional.of(criterion));
        JteModel pane =
                templates.assessmentPane(frame, bench.pane(), bench.pane().said(), List.of());
        return new Page(
                "pane".equals(target) ? pane : templates.assessmentCriterion(frame, bench, pane));
    }

    /// What others changed since a version, and who is here; asked every ten seconds.
    @GetMapping("/assessments/{id}/changes")
    Page changes(
            Frame frame,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam int since,
            @RequestParam String at,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String from) {
        Assessment assessment = assessments.find(new AssessmentId(id)).orElseThrow(NotFound::new);
        rights.requireRead(actor, assessment);
        List<Person> others = presence.here(assessment.id(), actor, at);
        if (assessment.version() == since) {
            return new Page(
                    templates.assessmentOthers(
                            frame,
                            assessment,
                            others,
                            List.of(),
                            Optional.empty(),
                            Optional.empty()));
        }
        Snapshot snapshot = snapshots.of(assessment);
        Set<String> changed = new HashSet<>(answers.changedSince(assessment.id(), since));
        Optional<Answer> overtaken =
                snapshot.answer(at)
                        .filter(answer -> changed.contains(at) && !answer.by().equals(actor.id()));
        return new Page(
                templates.assessmentOthers(
                        frame,
                        assessment,
                        others,
                        Benches.tree(snapshot).stream()
                                .flatMap(branch -> branch.twigs().stream())
                                .flatMap(twig -> twig.leaves().stream())
                                .filter(leaf -> changed.contains(leaf.criterion().id()))
                                // One question alone has no tree to put them into.
                                .filter(_ -> !from.contains("/criteria/"))
                                .toList(),
                        Optional.of(Benches.gauge(snapshot)),
                        overtaken));
    }
}
