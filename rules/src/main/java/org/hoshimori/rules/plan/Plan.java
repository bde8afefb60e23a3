package org.hoshimori.rules.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hoshimori.rules.Measure;

/// What to do, in order.
///
/// @param steps in the order of their beginning
/// @param yen the whole cost over the years of the wish
/// @param open goals the plan leaves, because no measure completes them or because of budget or
///   days
/// @param unreachable those of `open` that no permitted measure completes
/// @param proven whether nothing better exists; otherwise `gap` tells how far off it may be
/// @param gap share by which a better plan might be better, 0 to 1; 0 when proven
/// @param days calendar days until the last step is in place
/// @param curve the least yen for every number of goals that more yen complete more of; empty when
///   only one plan was sought
public record Plan(
        List<Step> steps,
        long yen,
        SortedSet<Goal> open,
        SortedSet<Goal> unreachable,
        boolean proven,
        double gap,
        int days,
        SortedMap<Integer, Long> curve) {
    public Plan {
        steps = List.copyOf(steps);
        curve = Collections.unmodifiableSortedMap(new TreeMap<>(curve));
    }

    Plan with(SortedMap<Integer, Long> curve) {
        return new Plan(steps, yen, open, unreachable, proven, gap, days, curve);
    }

    /// One measure in the plan.
    ///
    /// @param begins day on which work begins, from 0
    /// @param inPlace day on which it is in place
    /// @param yen its own cost
    /// @param spent the cost of it and of all steps before it
    /// @param completes goals that it is the first to complete
    public record Step(
            Measure measure, int begins, int inPlace, long yen, long spent, List<Goal> completes) {
        public Step {
            completes = List.copyOf(completes);
        }
    }

    /// Whether every goal is completed.
    public boolean whole() {
        return open.isEmpty();
    }
}
