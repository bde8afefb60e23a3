package org.hoshimori.rules.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hoshimori.rules.Measure;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Chooses measures by mixed-integer programming: a variable of 0 or 1 for each measure, and in the
/// middle of budgets one for each goal.
final class Selection {
    /// Milliseconds after which the best found so far is taken, with its gap.
    static final long PATIENCE = 800;

    /// @param proven whether the solver proved that nothing is better
    record Chosen(Set<String> measures, boolean feasible, boolean proven, double gap) {}

    private final Coverage coverage;
    private final Wish wish;
    private final @Nullable DueDates due;

    Selection(Coverage coverage, Wish wish, @Nullable DueDates due) {
        this.coverage = coverage;
        this.wish = wish;
        this.due = due;
    }

    /// Everything if it can be had, else as much as can be.
    Chosen best() {
        Chosen everything = everything();
        return everything.feasible ? everything : most();
    }

    /// All that is reachable, at the least cost. Not feasible when budget or days forbid it.
    private Chosen everything() {
        Problem problem = new Problem(false);
        coverage.bundles().keySet().forEach(measures -> problem.cover(measures, null));
        return problem.solve();
    }

    /// As many goals as budget and days allow, and those at the least cost.
    private Chosen most() {
        Problem counting = new Problem(true);
        coverage.bundles()
                .forEach((measures, goals) ->
                        counting.cover(measures, counting.bundle(measures, goals)));
        Chosen first = counting.solve();
        if (!first.feasible) {
            return least();
        }
        SortedSet<Goal> completed = new TreeSet<>();
        coverage.measures().stream()
                .filter(measure -> first.measures.contains(measure.id()))
                .forEach(measure -> completed.addAll(coverage.completes(measure)));
        Problem cheapest = new Problem(false);
        coverage.bundles()
                .forEach((measures, goals) ->
                        cheapest.cover(measures, cheapest.bundle(measures, goals)));
        cheapest.atLeast(completed.size());
        Chosen second = cheapest.solve();
        return second.feasible
                ? new Chosen(
                        second.measures,
                        true,
                        first.proven && second.proven,
                        Math.max(first.gap, second.gap))
                : new Chosen(first.measures, true, false, cheapest.gap(price(first.measures)));
    }

    /// As the solver counts it.
    private double price(Set<String> chosen) {
        return chosen.stream().mapToDouble(id -> cost(coverage.measure(id)) / 1000.0 + 0.01).sum();
    }

    /// Only what was asked for in any case, with what it needs: what is left when the solver sees
    /// nothing that is possible. Nothing at all is always possible.
    private Chosen least() {
        Set<String> chosen = new TreeSet<>();
        List<String> open = new ArrayList<>(wish.with());
        open.retainAll(coverage.measures().stream().map(Measure::id).toList());
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (chosen.add(id)) {
                open.addAll(coverage.measure(id).needs());
            }
        }
        long yen = chosen.stream().mapToLong(id -> cost(coverage.measure(id))).sum();
        boolean affordable = wish.budget() == null || yen <= wish.budget();
        boolean inTime =
                due == null
                        || due.work(coverage).entrySet().stream()
                                .allMatch(work ->
                                        work.getValue().entrySet().stream()
                                                        .filter(of -> chosen.contains(of.getKey()))
                                                        .mapToDouble(of -> of.getValue())
                                                        .sum()
                                                <= Math.max(0, work.getKey()));
        return new Chosen(chosen, affordable && inTime, false, 1);
    }

    /// One model.
    private final class Problem {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<String, Variable> measures = new LinkedHashMap<>();
        private final Map<Variable, Integer> bundles = new LinkedHashMap<>();
        private final boolean counting;
        private int asked;

        /// @param counting whether goals are counted rather than yen
        Problem(boolean counting) {
            this.counting = counting;
            for (Measure measure : coverage.measures()) {
                Variable variable = model.newVariable("m:" + measure.id()).binary();
                if (!counting) {
                    // A little for each measure, so that of equal plans the shorter is taken.
                    variable.weight(thousands(cost(measure)).add(new BigDecimal("0.01")));
                }
                if (wish.with().contains(measure.id())) {
                    variable.lower(1);
                }
                measures.put(measure.id(), variable);
            }
            limits();
        }

        private void limits() {
            for (Measure measure : coverage.measures()) {
                for (String need : measure.needs()) {
                    // chosen(measure) <= chosen(need)
                    Expression before =
                            model.newExpression("n:" + measure.id() + ">" + need).upper(0);
                    before.set(variable(measure.id()), 1);
                    before.set(variable(need), -1);
                }
            }
            if (wish.budget() != null) {
                Expression budget = model.newExpression("budget").upper(thousands(wish.budget()));
                coverage.measures().forEach(m -> budget.set(variable(m.id()), thousands(cost(m))));
            }
            if (due != null) {
                due.work(coverage)
                        .forEach((day, work) -> {
                            Expression before =
                                    model.newExpression("d:" + day).upper(Math.max(0, day));
                            work.forEach((id, days) -> before.set(variable(id), days));
                        });
            }
        }

        private Variable variable(String measure) {
            return Objects.requireNonNull(measures.get(measure));
        }

        /// Whether a bundle of goals is completed: it follows the measures, so it need not be
        /// integer.
        Variable bundle(Set<String> by, int goals) {
            Variable variable = model.newVariable("g:" + String.join(",", by)).lower(0).upper(1);
            if (counting) {
                variable.weight(goals);
            }
            bundles.put(variable, goals);
            return variable;
        }

        /// Some chosen measure completes the bundle: always, or when `completed` is to be 1.
        void cover(Set<String> by, @Nullable Variable completed) {
            Expression cover =
                    model.newExpression("c:" + String.join(",", by))
                            .lower(completed == null ? 1 : 0);
            by.forEach(id -> cover.set(variable(id), 1));
            if (completed != null) {
                cover.set(completed, -1);
            }
        }

        void atLeast(int count) {
            Expression enough = model.newExpression("enough").lower(count);
            bundles.forEach(enough::set);
        }

        /// The solver's word is not enough: now and then it calls optimal what is not, or
        /// impossible what is possible. What it found is asked for once more, only better; and a
        /// plan is called proven only when the relaxation, which is never worse than the best there
        /// is, agrees.
        Chosen solve() {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
            Optimisation.Result best = once(end);
            if (!best.getState().isFeasible()) {
                return new Chosen(Set.of(), false, false, 1);
            }
            while (best.getState().isOptimal() && System.nanoTime() < end) {
                better(best);
                Optimisation.Result next = once(end);
                if (!next.getState().isFeasible()) {
                    break;
                }
                best = next;
            }
            double gap = gap(best.getValue());
            return new Chosen(picked(best), true, gap == 0, gap);
        }

        private Optimisation.Result once(long end) {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            model.options.time_abort = left;
            model.options.time_suffice = left;
            return counting ? model.maximise() : model.minimise();
        }

        /// Forbids everything that is not better than what was found, by a goal or by a yen.
        private void better(Optimisation.Result found) {
            Expression better = model.newExpression("better:" + asked++);
            if (counting) {
                long goals = 0;
                for (var bundle : bundles.entrySet()) {
                    better.set(bundle.getKey(), bundle.getValue());
                    goals +=
                            Math.round(found.doubleValue(model.indexOf(bundle.getKey())))
                                    * bundle.getValue();
                }
                better.lower(goals + 1);
            } else {
                long yen = 0;
                Set<String> picked = picked(found);
                for (Measure measure : coverage.measures()) {
                    better.set(variable(measure.id()), thousands(cost(measure)));
                    yen += picked.contains(measure.id()) ? cost(measure) : 0;
                }
                better.upper(thousands(yen - 1));
            }
        }

        private Set<String> picked(Optimisation.Result result) {
            return measures.entrySet().stream()
                    .filter(each -> result.doubleValue(model.indexOf(each.getValue())) > 0.5)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }

        /// How far the best found may be from the best there is: the relaxation, where half a
        /// measure may be chosen, is never worse. 0 when not even a goal or a yen lies between.
        private double gap(double found) {
            for (int i = 0; i < asked; i++) {
                model.removeExpression("better:" + i);
            }
            model.relax(false);
            Optimisation.Result relaxed = counting ? model.maximise() : model.minimise();
            if (!relaxed.getState().isOptimal()) {
                return 1;
            }
            double between = Math.abs(found - relaxed.getValue());
            return between < (counting ? 1 - 1e-6 : 1e-3)
                    ? 0
                    : Math.clamp(between / Math.max(1e-9, Math.abs(found)), 0, 1);
        }
    }

    /// Yen are counted in thousands inside the solver, where small numbers are safer.
    private static BigDecimal thousands(long yen) {
        return BigDecimal.valueOf(yen, 3);
    }

    private long cost(Measure measure) {
        return measure.cost(wish.size()).yen(wish.dayRate(), wish.years());
    }
}
