package org.hoshimori.rules.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hoshimori.rules.Measure;
import org.jspecify.annotations.Nullable;

/// Puts chosen measures in order: the company's people work on one after another, while what was
/// ordered arrives by itself.
final class Schedule {
    private final Coverage coverage;
    private final Wish wish;
    private final @Nullable DueDates due;

    /// @param due what must be kept; null when there is no last day
    Schedule(Coverage coverage, Wish wish, @Nullable DueDates due) {
        this.coverage = coverage;
        this.wish = wish;
        this.due = due;
    }

    /// With a day to keep, what waits longest begins first (Jackson's rule, which is optimal for
    /// one team without precedence); else what completes most for its yen.
    List<Plan.Step> steps(Set<String> chosen) {
        List<Measure> left = new ArrayList<>();
        coverage.measures().stream().filter(m -> chosen.contains(m.id())).forEach(left::add);
        List<Plan.Step> steps = new ArrayList<>();
        Map<String, Integer> inPlace = new HashMap<>();
        Set<Goal> done = new HashSet<>();
        double free = 0;
        long spent = 0;
        while (!left.isEmpty()) {
            Measure next = next(left, inPlace, done);
            left.remove(next);
            double earliest = free;
            for (String need : next.needs()) {
                earliest = Math.max(earliest, inPlace.getOrDefault(need, 0));
            }
            double worked = earliest + DueDates.work(next, wish);
            int ready = (int) Math.ceil(Math.max(worked, earliest + next.leadDays()));
            free = worked;
            inPlace.put(next.id(), ready);
            SortedSet<Goal> completes = new TreeSet<>(coverage.completes(next));
            completes.removeAll(done);
            done.addAll(completes);
            long yen = cost(next);
            spent += yen;
            steps.add(
                    new Plan.Step(
                            next,
                            (int) Math.floor(earliest),
                            ready,
                            yen,
                            spent,
                            List.copyOf(completes)));
        }
        return steps;
    }

    private Measure next(List<Measure> left, Map<String, Integer> inPlace, Set<Goal> done) {
        Comparator<Measure> best =
                due != null
                        ? Comparator.comparingDouble(m -> -due.of(m))
                        : Comparator.comparingDouble(m -> gain(m, done));
        Optional<Measure> found =
                left.stream()
                        .filter(m -> inPlace.keySet().containsAll(m.needs()))
                        .max(best.thenComparing(Comparator.comparing(Measure::id).reversed()));
        return Objects.requireNonNull(found.orElseThrow());
    }

    private double gain(Measure measure, Set<Goal> done) {
        long completes =
                coverage.completes(measure).stream().filter(g -> !done.contains(g)).count();
        return completes / (double) Math.max(1, cost(measure));
    }

    private long cost(Measure measure) {
        return measure.cost(wish.size()).yen(wish.dayRate(), wish.years());
    }
}
