package org.hoshimori.rules.plan;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hoshimori.rules.Measure;

/// By which day the work on each measure must be done so that everything is in place on the last
/// day. One team works on one measure after another, so a choice of measures can be kept exactly
/// when, for each due date, the work due by then fits before it (earliest due date first).
final class DueDates {
    private final Wish wish;
    private final Map<String, Double> due = new HashMap<>();

    /// @param last day on which everything must be in place
    DueDates(Coverage coverage, Wish wish, int last) {
        this.wish = wish;
        for (Measure measure : coverage.measures()) {
            due.put(measure.id(), last - waiting(measure));
        }
        // What others need is due before their work begins; a pass for each link of the longest
        // chain.
        for (int i = 0; i < coverage.measures().size(); i++) {
            boolean changed = false;
            for (Measure measure : coverage.measures()) {
                for (String need : measure.needs()) {
                    changed |= pull(coverage.measure(need), of(measure) - work(measure));
                }
            }
            if (!changed) {
                break;
            }
        }
    }

    private boolean pull(Measure need, double begins) {
        double earlier = Math.min(of(need), begins - waiting(need));
        return !Objects.equals(due.put(need.id(), earlier), earlier);
    }

    double of(Measure measure) {
        return Objects.requireNonNull(due.get(measure.id()));
    }

    /// Every due date with the work due by then, of each measure.
    SortedMap<Double, Map<String, Double>> work(Coverage coverage) {
        SortedMap<Double, Map<String, Double>> all = new TreeMap<>();
        for (Measure one : coverage.measures()) {
            Map<String, Double> until = new HashMap<>();
            for (Measure measure : coverage.measures()) {
                if (of(measure) <= of(one)) {
                    until.put(measure.id(), work(measure));
                }
            }
            all.put(of(one), Collections.unmodifiableMap(until));
        }
        return all;
    }

    /// Calendar days of work; five working days are a week.
    static double work(Measure measure, Wish wish) {
        return measure.cost(wish.size()).effortDays() / wish.people() * 7 / 5;
    }

    private double work(Measure measure) {
        return work(measure, wish);
    }

    /// Days that pass by themselves after the work.
    private double waiting(Measure measure) {
        return Math.max(0, measure.leadDays() - work(measure));
    }
}
