package org.hoshimori.probe.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hoshimori.probe.rating.Delta;
import org.hoshimori.probe.rating.Fixes;
import org.hoshimori.probe.rating.Rating;
import org.hoshimori.probe.rating.Rule;
import org.hoshimori.probe.rating.Severity;

/// One thing to do, with all that it repairs: several rules often fail for one reason.
///
/// @param gain eighths of a point that it alone brings
/// @param held whether one of its rules holds the score under a cap
record Repair(Fixes.Fix fix, List<Delta> repaired, Severity worst, int gain, boolean held) {

    /// What helps most comes first.
    static List<Repair> of(Rating rating, Fixes fixes) {
        Map<String, List<Delta>> byFix = new LinkedHashMap<>();
        for (Delta delta : rating.deltas()) {
            rating.rulebook()
                    .rule(delta.rule())
                    .ifPresent(rule ->
                            byFix.computeIfAbsent(rule.fix(), _ -> new ArrayList<>()).add(delta));
        }
        List<Repair> repairs = new ArrayList<>();
        byFix.forEach((key, deltas) -> {
            Fixes.Fix fix = fixes.byKey().get(key);
            if (fix != null) {
                repairs.add(of(rating, fix, deltas));
            }
        });
        repairs.sort(
                Comparator.comparing(Repair::urgency)
                        .thenComparing(Repair::gain, Comparator.reverseOrder())
                        .thenComparing(Repair::lost)
                        .thenComparing(repair -> repair.repaired().getFirst().rule()));
        return List.copyOf(repairs);
    }

    private static Repair of(Rating rating, Fixes.Fix fix, List<Delta> deltas) {
        List<String> rules = deltas.stream().map(Delta::rule).toList();
        TreeSet<Severity> severities = new TreeSet<>();
        rules.forEach(
                id -> rating.rulebook().rule(id).map(Rule::severity).ifPresent(severities::add));
        boolean held =
                rating.caps().stream()
                        .anyMatch(cap -> cap.rules().stream().anyMatch(rules::contains));
        return new Repair(
                fix,
                List.copyOf(deltas),
                severities.first(),
                rating.without(rules) - rating.score(),
                held);
    }

    /// When to do it: 1 at once, 2 this month, 3 when there is time.
    int urgency() {
        if (held || worst == Severity.CRITICAL) {
            return 1;
        }
        return worst == Severity.LOW ? 3 : 2;
    }

    /// What all of its rules cost together; caps may hide a gain.
    private int lost() {
        return repaired.stream().mapToInt(Delta::eighths).sum();
    }
}
