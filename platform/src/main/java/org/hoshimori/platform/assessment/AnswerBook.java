package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.platform.evidence.EvidenceId;
import org.hoshimori.platform.evidence.EvidenceRoom;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes answers. One lock per assessment puts savers in a row; a save names the version it was
/// based on, and one that comes too late replaces nothing but is kept in the history.
@Component
class AnswerBook {

    private final AssessmentRows assessments;
    private final AnswerRows answers;
    private final HistoryRows history;
    private final DeclarationRows declarations;
    private final EvidenceLinks links;
    private final EvidenceRoom room;
    private final Editions editions;
    private final Rights rights;
    private final Trail trail;
    private final Clock clock;

    AnswerBook(
            AssessmentRows assessments,
            AnswerRows answers,
            HistoryRows history,
            DeclarationRows declarations,
            EvidenceLinks links,
            EvidenceRoom room,
            Editions editions,
            Rights rights,
            Trail trail,
            Clock clock) {
        this.assessments = assessments;
        this.answers = answers;
        this.history = history;
        this.declarations = declarations;
        this.links = links;
        this.room = room;
        this.editions = editions;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Map<String, Saved> save(
            Actor actor, AssessmentId id, Map<String, Change> changes, Cause cause) {
        return save(actor, id, _ -> changes, cause);
    }

    /// Saves in one transaction, with as many statements for a hundred answers as for one.
    ///
    /// @param said the changes by criterion, in the words of the assessment's edition
    /// @return the outcome by criterion, in the same order
    @Transactional
    Map<String, Saved> save(
            Actor actor,
            AssessmentId id,
            Function<Edition, Map<String, Change>> said,
            Cause cause) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        rights.requireEdit(actor, assessment);
        Map<String, Change> changes = said.apply(edition(assessment));
        Map<String, Saved> outcomes = new LinkedHashMap<>();
        Map<String, Answer> current = answers.of(id, changes.keySet());
        var returns = returns(assessment);
        // As fine as PostgreSQL keeps it: what is told now is what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Answer> saved = new ArrayList<>();
        List<HistoryRows.Line> lines = new ArrayList<>();
        changes.forEach((criterion, change) -> {
            Answer before = current.get(criterion);
            Saved outcome = judge(assessment, returns, criterion, change, before, actor, now);
            outcomes.put(criterion, outcome);
            Said old = before == null ? Said.NOTHING : before.said();
            switch (outcome) {
                case Saved.Done done when done.answer() != before -> {
                    saved.add(done.answer());
                    lines.add(
                            new HistoryRows.Line(
                                    criterion, done.answer().version(), cause, old, change.said()));
                }
                case Saved.Stale stale ->
                        lines.add(
                                new HistoryRows.Line(
                                        criterion,
                                        stale.current().version(),
                                        Cause.OVERTAKEN,
                                        old,
                                        change.said()));
                case Saved.Done _, Saved.Refused _, Saved.Closed _ -> {}
            }
        });
        if (!saved.isEmpty()) {
            answers.save(id, saved, assessments.bump(id), actor, now);
        }
        if (!lines.isEmpty()) {
            history.add(id, lines, actor, now);
            write(actor, assessment, cause, lines);
        }
        return outcomes;
    }

    /// @return false when the criterion is closed for writing now
    @Transactional
    boolean attach(Actor actor, AssessmentId id, String criterion, EvidenceId evidence) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        rights.requireEdit(actor, assessment);
        Evidence found = room.get(evidence).orElseThrow(NotFound::new);
        if (!found.owner().equals(assessment.organisation()) || !asked(assessment, criterion)) {
            throw new NotFound();
        }
        if (!returns(assessment).open(assessment.stage(), criterion)) {
            return false;
        }
        if (links.attach(id, criterion, evidence, actor, clock.instant())) {
            remember(actor, assessment, criterion, Cause.ATTACHED, found);
        }
        return true;
    }

    /// @return false when the criterion is closed for writing now
    @Transactional
    boolean detach(Actor actor, AssessmentId id, String criterion, EvidenceId evidence) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        rights.requireEdit(actor, assessment);
        Evidence found = room.get(evidence).orElseThrow(NotFound::new);
        if (!returns(assessment).open(assessment.stage(), criterion)) {
            return false;
        }
        if (links.detach(id, criterion, evidence)) {
            remember(actor, assessment, criterion, Cause.DETACHED, found);
        }
        return true;
    }

    private Saved judge(
            Assessment assessment,
            Returns returns,
            String criterion,
            Change change,
            @Nullable Answer before,
            Actor actor,
            Instant now) {
        if (!asked(assessment, criterion)) {
            return new Saved.Refused("assessment.refused.unknown");
        }
        if (change.said().tooLong()) {
            return new Saved.Refused("assessment.refused.long");
        }
        if (!returns.open(assessment.stage(), criterion)) {
            return new Saved.Closed(assessment.stage());
        }
        if (before != null && before.said().equals(change.said())) {
            return new Saved.Done(before);
        }
        if (before != null && before.version() != change.version()) {
            return new Saved.Stale(before, change.said());
        }
        return new Saved.Done(
                new Answer(
                        criterion,
                        change.said(),
                        before == null ? 1 : before.version() + 1,
                        now,
                        actor.id(),
                        actor.name()));
    }

    private boolean asked(Assessment assessment, String criterion) {
        return edition(assessment).criteriaOf(assessment.level()).stream()
                .map(Criterion::id)
                .anyMatch(criterion::equals);
    }

    private Edition edition(Assessment assessment) {
        return editions.get(assessment.scheme(), assessment.edition());
    }

    private Returns returns(Assessment assessment) {
        return new Returns(
                assessment.stage() == Stage.RETURNED
                        ? declarations.returnedItems(assessment.id())
                        : List.of());
    }

    private void remember(
            Actor actor, Assessment assessment, String criterion, Cause cause, Evidence evidence) {
        assessments.bump(assessment.id());
        Said name = new Said(Optional.empty(), "", evidence.name());
        var line = new HistoryRows.Line(criterion, 0, cause, Said.NOTHING, name);
        history.add(assessment.id(), List.of(line), actor, clock.instant());
        write(actor, assessment, cause, List.of(line));
    }

    private void write(
            Actor actor, Assessment assessment, Cause cause, List<HistoryRows.Line> lines) {
        var criteria = new TreeSet<String>();
        lines.forEach(line -> criteria.add(line.criterion()));
        trail.write(
                assessment
                        .id()
                        .happening(
                                actor,
                                assessment.organisation(),
                                "answer." + cause.code(),
                                Map.of("criteria", String.join(" ", criteria))));
    }
}
