package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.probe.Json;

/// What changed between two ratings by the same rules: each rule's step then and now; the changes
/// add up to the change of the score.
record Comparison(Rating before, Rating after) {

    /// @param then eighths, never positive
    /// @param now eighths, never positive
    record Change(String rule, int then, int now, List<String> repaired, List<String> broken) {}

    List<Change> changes() {
        Map<String, Delta> then = byRule(before);
        Map<String, Delta> now = byRule(after);
        TreeSet<String> rules = new TreeSet<>(then.keySet());
        rules.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String rule : rules) {
            int was = eighths(then.get(rule));
            int is = eighths(now.get(rule));
            TreeSet<String> repaired = new TreeSet<>(assets(then.get(rule)));
            repaired.removeAll(assets(now.get(rule)));
            TreeSet<String> broken = new TreeSet<>(assets(now.get(rule)));
            broken.removeAll(assets(then.get(rule)));
            if (was != is || !repaired.isEmpty() || !broken.isEmpty()) {
                changes.add(new Change(rule, was, is, List.copyOf(repaired), List.copyOf(broken)));
            }
        }
        return changes;
    }

    private static int eighths(@org.jspecify.annotations.Nullable Delta delta) {
        return delta == null ? 0 : delta.eighths();
    }

    private static List<String> assets(@org.jspecify.annotations.Nullable Delta delta) {
        if (delta == null) {
            return List.of();
        }
        return delta.everywhere();
    }

    private static Map<String, Delta> byRule(Rating rating) {
        Map<String, Delta> byRule = new TreeMap<>();
        rating.deltas().forEach(delta -> byRule.put(delta.rule(), delta));
        return byRule;
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("before", side(before));
        json.put("after", side(after));
        json.put("change", Score.points(after.score() - before.score()));
        List<Object> list = new ArrayList<>();
        for (Change change : changes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", change.rule());
            one.put("points", Score.points(change.now() - change.then()));
            one.put("repaired", change.repaired());
            one.put("broken", change.broken());
            list.add(one);
        }
        json.put("changes", list);
        json.put("rules", after.rulebook().name());
        return Json.write(json);
    }

    private static Map<String, Object> side(Rating rating) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("score", Score.points(rating.score()));
        json.put("grade", rating.grade());
        json.put("confidence", rating.confidence());
        json.put("inputs", "sha256:" + rating.inputs());
        return json;
    }
}
