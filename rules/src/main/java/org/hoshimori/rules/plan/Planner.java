package org.hoshimori.rules.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Measure;
import org.jspecify.annotations.Nullable;

/// The door: finds the best plan for a wish. The same wish and measures give the same plan whenever
/// the solver proves it; otherwise the best found in its time, with the gap.
public final class Planner {
    /// Nanoseconds after which no earlier day is aimed at any more.
    private static final long PATIENCE = 2_500_000_000L;

    private final List<Measure> measures;
    private final Map<String, Edition> editions;

    /// @param editions by scheme, those that goals belong to
    public Planner(List<Measure> measures, Map<String, Edition> editions) {
        this.measures = List.copyOf(measures);
        this.editions = Map.copyOf(editions);
    }

    /// Everything at the least cost when budget and days allow it, else as much as they do.
    public Plan plan(Wish wish) {
        List<Measure> permitted =
                measures.stream()
                        .filter(measure -> !wish.without().contains(measure.id()))
                        .filter(measure -> wish.days() == null || measure.leadDays() <= wish.days())
                        .toList();
        Coverage coverage = new Coverage(permitted, editions, wish.goals());
        Integer last = wish.days();
        if (last == null) {
            Optional<Components.Solution> apart = new Components(coverage, wish).solve();
            return apart.isPresent()
                    ? plan(wish, coverage, apart.get().chosen(), null).with(apart.get().curve())
                    : plan(wish, coverage, new Selection(coverage, wish, null).best(), null);
        }
        long begun = System.nanoTime();
        Plan first = null;
        for (int day = last; ; ) {
            DueDates due = new DueDates(coverage, wish, day);
            Plan plan = plan(wish, coverage, new Selection(coverage, wish, due).best(), due);
            first = first == null ? plan : first;
            if (plan.days() <= last || plan.steps().isEmpty()) {
                return plan == first ? plan : loosened(plan, first, wish);
            }
            if (System.nanoTime() - begun > PATIENCE) {
                return loosened(cut(plan, wish, coverage, due), first, wish);
            }
            // Waiting for what others need left the team idle: aim earlier. The first plan, which
            // nobody could keep, bounds how much better another might be.
            day = Math.max(0, day - (plan.days() - last));
        }
    }

    /// Measures that are in place already: every criterion they help with is met, as far as the
    /// editions are known, and there is one at least.
    ///
    /// @param editions by scheme, all in which something was answered or is wanted
    public static Set<String> inPlace(
            List<Measure> measures, Map<String, Edition> editions, Set<Goal> met) {
        Set<String> inPlace = new TreeSet<>();
        for (Measure measure : measures) {
            Set<Goal> goals = new TreeSet<>();
            measure.helps().forEach(help -> goals.addAll(Coverage.goals(help, editions)));
            if (!goals.isEmpty() && met.containsAll(goals)) {
                inPlace.add(measure.id());
            }
        }
        return inPlace;
    }

    /// How many of the goals each measure helps with, those that help with none left out. What only
    /// others need counts too, with 0.
    public Map<String, Integer> helps(Collection<Goal> goals) {
        Coverage coverage = new Coverage(measures, editions, new TreeSet<>(goals));
        Map<String, Integer> helps = new TreeMap<>();
        for (Measure measure : coverage.measures()) {
            if (!coverage.completes(measure).isEmpty()) {
                helps.put(measure.id(), coverage.completes(measure).size());
                needed(measure, coverage, helps);
            }
        }
        return helps;
    }

    private static void needed(Measure by, Coverage coverage, Map<String, Integer> helps) {
        for (String need : by.needs()) {
            Measure measure = coverage.measure(need);
            helps.putIfAbsent(need, coverage.completes(measure).size());
            needed(measure, coverage, helps);
        }
    }

    /// What each measure would complete if it were the next and only one, the most first, of equal
    /// ones the cheapest. A measure waits for others that it needs while they would complete
    /// something too.
    public List<Gain> gains(Wish wish) {
        List<Measure> permitted =
                measures.stream()
                        .filter(measure -> !wish.without().contains(measure.id()))
                        .toList();
        Coverage coverage = new Coverage(permitted, editions, wish.goals());
        return coverage.measures().stream()
                .filter(measure -> !coverage.completes(measure).isEmpty())
                .filter(measure -> measure.needs().stream().noneMatch(waits(coverage)))
                .map(measure ->
                        new Gain(
                                measure,
                                coverage.completes(measure),
                                measure.cost(wish.size()).yen(wish.dayRate(), wish.years())))
                .sorted(
                        Comparator.comparingInt((Gain gain) -> -gain.completes().size())
                                .thenComparingLong(Gain::yen)
                                .thenComparing(gain -> gain.measure().id()))
                .toList();
    }

    /// Whether a measure is not in place yet, as far as the goals can tell.
    private static Predicate<String> waits(Coverage coverage) {
        return id -> {
            Measure needed = coverage.measure(id);
            return !coverage.completes(needed).isEmpty()
                    || needed.needs().stream().anyMatch(waits(coverage));
        };
    }

    /// Without the steps that come too late; the others then begin no later than before.
    private Plan cut(Plan plan, Wish wish, Coverage coverage, DueDates due) {
        Set<String> kept =
                plan.steps().stream()
                        .filter(step -> step.inPlace() <= Objects.requireNonNull(wish.days()))
                        .map(step -> step.measure().id())
                        .collect(Collectors.toSet());
        return plan(wish, coverage, new Selection.Chosen(kept, true, false, 1), due);
    }

    private static Plan loosened(Plan plan, Plan first, Wish wish) {
        double goals = Math.max(1, wish.goals().size() - first.open().size());
        double fewer = (plan.open().size() - first.open().size()) / goals;
        double dearer = (plan.yen() - first.yen()) / (double) Math.max(1, plan.yen());
        double gap = Math.clamp(fewer > 0 ? fewer : dearer, 0, 1);
        return new Plan(
                plan.steps(),
                plan.yen(),
                plan.open(),
                plan.unreachable(),
                gap == 0 && first.proven(),
                gap,
                plan.days(),
                plan.curve());
    }

    private Plan plan(
            Wish wish, Coverage coverage, Selection.Chosen chosen, @Nullable DueDates due) {
        List<Plan.Step> steps = new Schedule(coverage, wish, due).steps(chosen.measures());
        SortedSet<Goal> open = new TreeSet<>(wish.goals());
        steps.forEach(step -> step.completes().forEach(open::remove));
        SortedSet<Goal> unreachable = new TreeSet<>(wish.goals());
        unreachable.removeAll(coverage.reachable());
        return new Plan(
                steps,
                steps.isEmpty() ? 0 : steps.getLast().spent(),
                open,
                unreachable,
                chosen.proven(),
                chosen.gap(),
                steps.stream().mapToInt(Plan.Step::inPlace).max().orElse(0),
                new TreeMap<>());
    }
}
