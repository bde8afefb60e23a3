package org.hoshimori.probe.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.probe.Json;
import org.hoshimori.probe.Observation;

/// A rating as one line of JSON (docs/reference/rating.md): the same rating is the same bytes, in
/// whatever language one asks.
final class RatingJson {

    private RatingJson() {}

    static String write(Rating rating, Criteria criteria) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("score", Score.points(rating.score()));
        json.put("grade", rating.grade());
        json.put("low", Score.points(rating.low()));
        json.put("high", Score.points(rating.high()));
        json.put("confidence", rating.confidence());
        json.put("provisional", rating.provisional());
        json.put("start", 100);
        json.put("deltas", rating.deltas().stream().map(d -> delta(d, rating, criteria)).toList());
        json.put("categories", categories(rating));
        rating.plan().ifPresent(plan -> json.put("plan", plan(plan, rating)));
        json.put("unknown", unknown(rating));
        json.put("views", Views.all(rating.observations()));
        json.put(
                "assets",
                rating.observations().stream()
                        .map(Observation::asset)
                        .distinct()
                        .sorted()
                        .toList());
        json.put("observed", observed(rating));
        json.put("observations", rating.observations().size());
        json.put("inputs", "sha256:" + rating.inputs());
        json.put("rules", rating.rulebook().name());
        json.put(
                "vulnerabilities",
                rating.flaws().snapshot() + "@sha256:" + rating.flaws().digest());
        json.put("engine", "2");
        rating.seal().ifPresent(seal -> json.put("seal", seal(seal.key(), rating.sealHolds())));
        json.put("basis", "expert");
        return Json.write(json);
    }

    private static Map<String, Object> seal(String key, boolean holds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", key);
        json.put("holds", holds);
        return json;
    }

    private static Map<String, Object> delta(Delta delta, Rating rating, Criteria criteria) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", delta.rule());
        json.put("points", Score.points(delta.eighths()));
        if (delta.rule().startsWith("cap:")) {
            rating.rulebook().caps().stream()
                    .filter(cap -> delta.rule().equals("cap:" + cap.id()))
                    .forEach(cap -> {
                        json.put("at_most", cap.atMost());
                        json.put("because", cap.rules());
                    });
            return json;
        }
        json.put("category", delta.category());
        json.put("severity", delta.severity());
        json.put("weight", delta.weight());
        json.put("assets", delta.assets());
        json.put("unsure", delta.unsure());
        rating.rulebook()
                .rule(delta.rule())
                .ifPresent(rule -> {
                    json.put("check", rule.check());
                    json.put("title", both(rule.title()));
                    json.put("reason", both(rule.reason()));
                    json.put("fix", rule.fix());
                });
        List<String> contradicted = criteria.of(delta.rule());
        if (!contradicted.isEmpty()) {
            json.put("contradicts", contradicted);
        }
        return json;
    }

    private static Map<String, Object> both(org.hoshimori.probe.Text text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ja", text.ja());
        json.put("en", text.en());
        return json;
    }

    private static Map<String, Object> categories(Rating rating) {
        Map<String, Object> json = new LinkedHashMap<>();
        rating.categories()
                .forEach((category, left) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("points", Score.points(left));
                    one.put("of", rating.rulebook().points(category));
                    List<Rule> rules =
                            rating.rulebook().rules().stream()
                                    .filter(r -> r.category() == category)
                                    .toList();
                    one.put("rules", rules.size());
                    one.put(
                            "measured",
                            rules.stream()
                                    .filter(r -> rating.judged().measured().contains(r.id()))
                                    .count());
                    json.put(category.word(), one);
                });
        return json;
    }

    private static Map<String, Object> plan(Plan plan, Rating rating) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("grade", plan.grade());
        json.put("repairs", plan.repairs());
        json.put("score", Score.points(plan.eighths()));
        json.put("reaches", plan.reaches(rating.rulebook()));
        return json;
    }

    /// What was asked but not settled: it lowers confidence, never the score.
    private static List<Object> unknown(Rating rating) {
        List<Object> unknown = new ArrayList<>();
        for (Observation observation : rating.observations()) {
            if (!observation.outcome().settled()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("check", observation.check());
                one.put("asset", observation.asset());
                one.put("outcome", observation.outcome().word());
                if (!unknown.contains(one)) {
                    unknown.add(one);
                }
            }
        }
        return unknown;
    }

    private static Map<String, Object> observed(Rating rating) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<Instant> times =
                rating.observations().stream().map(Observation::time).sorted().toList();
        if (!times.isEmpty()) {
            json.put("from", times.getFirst().toString());
            json.put("to", times.getLast().toString());
        }
        return json;
    }
}
