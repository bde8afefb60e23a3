package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hoshimori.platform.account.Actor;
import org.hoshimori.platform.trail.Trail;
import org.hoshimori.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes the scope. It is open while answers are: also when some were returned, for the expert may
/// have asked about it.
@Component
class ScopeBook {

    private final AssessmentRows assessments;
    private final ScopeRows rows;
    private final Rights rights;
    private final Trail trail;

    ScopeBook(AssessmentRows assessments, ScopeRows rows, Rights rights, Trail trail) {
        this.assessments = assessments;
        this.rows = rows;
        this.rights = rights;
        this.trail = trail;
    }

    /// @return false when nothing may be written now, or the line has no name or a text too long
    @Transactional
    boolean add(Actor actor, AssessmentId id, Scope.Kind kind, String name, String detail) {
        Assessment assessment = open(actor, id);
        Optional<Scope.Item> item = item(UUID.randomUUID(), kind, name, detail);
        if (!assessment.stage().open() || item.isEmpty()) {
            return false;
        }
        rows.add(id, item.get());
        written(actor, assessment, "scope.added", item.get().name());
        return true;
    }

    @Transactional
    boolean change(Actor actor, AssessmentId id, UUID line, String name, String detail) {
        Assessment assessment = open(actor, id);
        // The kind of a line never changes; any will do here.
        Optional<Scope.Item> item = item(line, Scope.Kind.SITE, name, detail);
        if (!assessment.stage().open() || item.isEmpty()) {
            return false;
        }
        if (!rows.change(id, item.get())) {
            throw new NotFound();
        }
        written(actor, assessment, "scope.changed", item.get().name());
        return true;
    }

    @Transactional
    boolean remove(Actor actor, AssessmentId id, UUID line) {
        Assessment assessment = open(actor, id);
        if (!assessment.stage().open()) {
            return false;
        }
        if (!rows.remove(id, line)) {
            throw new NotFound();
        }
        written(actor, assessment, "scope.removed", line.toString());
        return true;
    }

    @Transactional
    boolean english(Actor actor, AssessmentId id, String text) {
        Assessment assessment = open(actor, id);
        String kept = text.replace("\r\n", "\n").strip();
        if (!assessment.stage().open() || kept.length() > Said.LONGEST) {
            return false;
        }
        rows.english(id, kept);
        written(actor, assessment, "scope.changed", "english");
        return true;
    }

    /// What came of putting a whole scope in the place of another.
    sealed interface Replaced {
        record Done(Scope scope) implements Replaced {}

        /// Somebody changed it since it was seen: nothing was replaced.
        record Stale(Scope current) implements Replaced {}

        /// Nothing may be written at this stage.
        record Closed(Stage stage) implements Replaced {}
    }

    /// Replaces the whole scope. A line that stays as it was called keeps its number, so that a
    /// form that somebody has open still finds it.
    ///
    /// @param seen whether what stands there is what the sender has seen
    @Transactional
    Replaced replace(Actor actor, AssessmentId id, Predicate<Scope> seen, Scope wanted) {
        Assessment assessment = open(actor, id);
        if (!assessment.stage().open()) {
            return new Replaced.Closed(assessment.stage());
        }
        Scope current = rows.of(id);
        if (!seen.test(current)) {
            return new Replaced.Stale(current);
        }
        List<Scope.Item> free = new ArrayList<>(current.items());
        List<Scope.Item> items =
                wanted.items().stream()
                        .map(item ->
                                new Scope.Item(
                                        number(item, free),
                                        item.kind(),
                                        item.name(),
                                        item.detail()))
                        .toList();
        Scope next = new Scope(items, wanted.english());
        if (!next.equals(current)) {
            rows.replace(id, items);
            rows.english(id, next.english());
            written(actor, assessment, "scope.changed", "whole");
        }
        return new Replaced.Done(next);
    }

    private static UUID number(Scope.Item item, List<Scope.Item> free) {
        Optional<Scope.Item> same =
                free.stream()
                        .filter(one -> one.kind() == item.kind() && one.name().equals(item.name()))
                        .findFirst();
        same.ifPresent(free::remove);
        return same.map(Scope.Item::id).orElse(item.id());
    }

    private Assessment open(Actor actor, AssessmentId id) {
        Assessment assessment = assessments.lock(id).orElseThrow(NotFound::new);
        rights.requireEdit(actor, assessment);
        return assessment;
    }

    private static Optional<Scope.Item> item(UUID id, Scope.Kind kind, String name, String detail) {
        String word = name.strip();
        String more = detail.replace("\r\n", "\n").strip();
        return word.isEmpty() || word.length() > Scope.LONGEST || more.length() > Scope.LONGEST
                ? Optional.empty()
                : Optional.of(new Scope.Item(id, kind, word, more));
    }

    private void written(Actor actor, Assessment assessment, String what, String line) {
        assessments.bump(assessment.id());
        trail.write(
                assessment
                        .id()
                        .happening(actor, assessment.organisation(), what, Map.of("line", line)));
    }
}
