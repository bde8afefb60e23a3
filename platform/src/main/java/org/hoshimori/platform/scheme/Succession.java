package org.hoshimori.platform.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Mapping;
import org.hoshimori.rules.Relation;

/// How one edition of a scheme follows another, criterion by criterion: by the crosswalk between
/// the two where there is one, else by the ids.
///
/// @param steps for every criterion of `after`, in catalogue order
/// @param dropped criteria of `before` that nothing takes up
public record Succession(Edition before, Edition after, List<Step> steps, List<Criterion> dropped) {

    /// What becomes of an answer.
    public enum Kind {
        /// Asks the same: the answer goes over.
        CARRIED,
        /// Asks something like it: the old answer waits to be affirmed.
        TO_AFFIRM,
        /// Nothing asked it before.
        NEW
    }

    /// One criterion of the later edition.
    ///
    /// @param before the criterion whose answer is looked at; empty when new
    public record Step(Criterion after, Kind kind, Optional<Criterion> before) {}

    /// @param crosswalks all that are known; only those between the two editions matter
    public static Succession of(Edition before, Edition after, List<Crosswalk> crosswalks) {
        List<Mapping> maps = maps(before, after, crosswalks);
        List<Step> steps = new ArrayList<>();
        Set<Criterion> taken = new HashSet<>();
        for (Criterion criterion : after.criteria()) {
            Step step = step(criterion, before, maps);
            step.before().ifPresent(taken::add);
            steps.add(step);
        }
        return new Succession(
                before,
                after,
                List.copyOf(steps),
                before.criteria().stream().filter(each -> !taken.contains(each)).toList());
    }

    private static Step step(Criterion criterion, Edition before, List<Mapping> maps) {
        Optional<Mapping> mapped =
                maps.stream()
                        .filter(map -> map.target().equals(criterion.id()))
                        .filter(map -> before.criterion(map.source()).isPresent())
                        .max(
                                Comparator.comparing((Mapping map) -> carries(map.relation()))
                                        .thenComparing(Mapping::strength));
        if (mapped.isPresent()) {
            return new Step(
                    criterion,
                    carries(mapped.get().relation()) ? Kind.CARRIED : Kind.TO_AFFIRM,
                    before.criterion(mapped.get().source()));
        }
        // With a crosswalk, what it does not name is new, even if an old id was used again.
        Optional<Criterion> same =
                maps.isEmpty() ? before.criterion(criterion.id()) : Optional.empty();
        Kind kind =
                same.map(old ->
                                Comparison.asksTheSame(old, criterion)
                                        ? Kind.CARRIED
                                        : Kind.TO_AFFIRM)
                        .orElse(Kind.NEW);
        return new Step(criterion, kind, same);
    }

    /// What met the old, which asked no less, meets the new. A "no" to the larger says nothing
    /// about the smaller, so only equal ones carry over without anybody looking.
    private static boolean carries(Relation relation) {
        return relation == Relation.EQUAL;
    }

    private static List<Mapping> maps(Edition before, Edition after, List<Crosswalk> crosswalks) {
        List<Mapping> maps = new ArrayList<>();
        for (Crosswalk crosswalk : crosswalks) {
            if (is(before, crosswalk.source()) && is(after, crosswalk.target())) {
                maps.addAll(crosswalk.maps());
            }
            if (is(after, crosswalk.source()) && is(before, crosswalk.target())) {
                crosswalk
                        .maps()
                        .forEach(map ->
                                maps.add(
                                        new Mapping(
                                                map.target(),
                                                map.relation().inverse(),
                                                map.source(),
                                                map.rationale(),
                                                map.strength(),
                                                map.note())));
            }
        }
        return maps;
    }

    private static boolean is(Edition edition, Crosswalk.End end) {
        return edition.scheme().equals(end.scheme()) && edition.id().equals(end.edition());
    }

    /// Those that `level` asks, of one kind.
    public List<Step> steps(String level, Kind kind) {
        List<Criterion> asked = after.criteriaOf(level);
        return steps.stream()
                .filter(step -> step.kind() == kind && asked.contains(step.after()))
                .toList();
    }

    /// Those that the old level asked and nothing takes up.
    public List<Criterion> dropped(String level) {
        return before.level(level).isEmpty()
                ? List.of()
                : before.criteriaOf(level).stream().filter(dropped::contains).toList();
    }
}
