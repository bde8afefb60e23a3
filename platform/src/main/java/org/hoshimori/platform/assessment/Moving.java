package org.hoshimori.platform.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.scheme.Crossings;
import org.hoshimori.platform.scheme.Editions;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.Frame;
import org.hoshimori.platform.web.NotFound;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.AnswerWords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves answers to another edition of their scheme, as a new assessment; the old one stays as it
/// is, and its result can be recomputed as ever.
@Component
class Moving {

    private final AssessmentRows assessments;
    private final AnswerRows answers;
    private final HistoryRows history;
    private final ScopeRows scopes;
    private final EvidenceLinks links;
    private final Beginning beginning;
    private final Editions editions;
    private final Crossings crossings;
    private final Rights rights;
    private final Trail trail;
    private final Clock clock;

    Moving(
            AssessmentRows assessments,
            AnswerRows answers,
            HistoryRows history,
            ScopeRows scopes,
            EvidenceLinks links,
            Beginning beginning,
            Editions editions,
            Crossings crossings,
            Rights rights,
            Trail trail,
            Clock clock) {
        this.assessments = assessments;
        this.answers = answers;
        this.history = history;
        this.scopes = scopes;
        this.links = links;
        this.beginning = beginning;
        this.editions = editions;
        this.crossings = crossings;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    /// The editions an assessment may move to: others of its scheme that know its level.
    List<Edition> others(Assessment assessment) {
        return editions.of(assessment.scheme()).stream()
                .filter(edition -> !edition.id().equals(assessment.edition()))
                .filter(edition -> edition.level(assessment.level()).isPresent())
                .toList();
    }

    /// Whether an assessment may begin in it today.
    boolean inForce(Edition edition) {
        return edition.validOn(LocalDate.ofInstant(clock.instant(), Frame.ZONE));
    }

    /// What moving would do, without doing it.
    ///
    /// @throws NotFound when it may not move there
    Succession succession(Assessment assessment, String edition) {
        Edition after =
                others(assessment).stream()
                        .filter(each -> each.id().equals(edition))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        return Succession.of(
                editions.get(assessment.scheme(), assessment.edition()), after, crossings.all());
    }

    /// Begins the new assessment: what asks the same keeps its answer, what asks something like it
    /// shows the old answer to be affirmed; scope and evidence go over.
    @Transactional
    AssessmentId move(Actor actor, AssessmentId id, String edition) {
        Assessment old = assessments.find(id).orElseThrow(NotFound::new);
        rights.requireSubmit(actor, old);
        Succession succession = succession(old, edition);
        Edition after = succession.after();
        if (!inForce(after)) {
            throw new NotFound();
        }
        Assessment next =
                beginning.add(actor, old.organisation(), after, old.level(), Optional.of(old.id()));
        Map<String, Answer> said = answers.of(old.id());
        Map<String, Said> carried = new LinkedHashMap<>();
        Map<String, Said> affirmed = new LinkedHashMap<>();
        Map<String, String> evidence = new LinkedHashMap<>();
        for (Succession.Kind kind : Succession.Kind.values()) {
            for (Succession.Step step : succession.steps(old.level(), kind)) {
                if (step.before().isEmpty()) {
                    continue;
                }
                String from = step.before().get().id();
                evidence.put(step.after().id(), from);
                Answer answer = said.get(from);
                if (answer == null || !understood(answer, after, step)) {
                    continue;
                }
                (kind == Succession.Kind.CARRIED ? carried : affirmed)
                        .put(step.after().id(), answer.said());
            }
        }
        save(actor, next, carried);
        answers.suggest(next.id(), affirmed);
        scopes.copy(old.id(), next.id());
        links.carry(old.id(), next.id(), evidence, actor, clock.instant());
        trail.write(
                next.id()
                        .happening(
                                actor,
                                old.organisation(),
                                "assessment.moved",
                                Map.of(
                                        "from", succession.before().rule(),
                                        "rule", after.rule(),
                                        "carried", Integer.toString(carried.size()),
                                        "asked", Integer.toString(affirmed.size()))));
        return next.id();
    }

    private void save(Actor actor, Assessment next, Map<String, Said> carried) {
        if (carried.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Answer> saved = new ArrayList<>();
        List<HistoryRows.Line> lines = new ArrayList<>();
        carried.forEach((criterion, each) -> {
            saved.add(new Answer(criterion, each, 1, now, actor.id(), actor.name()));
            lines.add(new HistoryRows.Line(criterion, 1, Cause.CARRIED, Said.NOTHING, each));
        });
        answers.save(next.id(), saved, assessments.bump(next.id()), actor, now);
        history.add(next.id(), lines, actor, now);
    }

    /// Whether the later edition knows the word that was said.
    static boolean understood(Answer answer, Edition after, Succession.Step step) {
        return answer.value().isPresent()
                && AnswerWords.answer(answer.said().word(), after, Optional.of(step.after()))
                        .filter(found -> Optional.of(found.value()).equals(answer.value()))
                        .isPresent();
    }
}
