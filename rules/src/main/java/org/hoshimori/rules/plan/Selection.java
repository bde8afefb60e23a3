package org.hoshimori.rules.plan;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
        return problem.minimise();
    }

    /// As many goals as budget and days allow, and those at the least cost.
    private Chosen most() {
        Problem counting = new Problem(true);
        coverage.bundles()
                .forEach((measures, goals) ->
                        counting.cover(measures, counting.bundle(measures, goals)));
        Chosen first = counting.maximise();
        if (!first.feasible) {
            return first;
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
        Chosen second = cheapest.minimise();
        return second.feasible
                ? new Chosen(
                        second.measures,
                        true,
                        first.proven && second.proven,
                        Math.max(first.gap, second.gap))
                : first;
    }

    /// One model.
    private final class Problem {
        private final ExpressionsBasedModel model = new ExpressionsBasedModel();
        private final Map<String, Variable> measures = new LinkedHashMap<>();
        private final Map<Variable, Integer> bundles = new LinkedHashMap<>();
        private final boolean counting;

        /// @param counting whether goals are counted rather than yen
        Problem(boolean counting) {
            this.counting = counting;
            model.options.time_abort = PATIENCE;
            model.options.time_suffice = PATIENCE;
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

        Chosen minimise() {
            return chosen(model.minimise());
        }

        Chosen maximise() {
            return chosen(model.maximise());
        }

        private Chosen chosen(Optimisation.Result result) {
            boolean feasible = result.getState().isFeasible();
            if (!feasible) {
                return new Chosen(Set.of(), false, true, 0);
            }
            List<String> ids = List.copyOf(measures.keySet());
            Set<String> picked =
                    ids.stream()
                            .filter(id -> result.doubleValue(model.indexOf(variable(id))) > 0.5)
                            .collect(Collectors.toSet());
            boolean proven = result.getState().isOptimal();
            return new Chosen(picked, true, proven, proven ? 0 : gap(result.getValue()));
        }

        /// How far the best found may be from the best there is: the relaxation, where half a
        /// measure may be chosen, is never worse.
        private double gap(double found) {
            model.relax(false);
            Optimisation.Result relaxed = counting ? model.maximise() : model.minimise();
            double bound = relaxed.getValue();
            return Math.clamp(Math.abs(found - bound) / Math.max(1e-9, Math.abs(found)), 0, 1);
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
