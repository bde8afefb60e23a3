package org.hoshimori.probe.report;

import java.util.List;
import org.hoshimori.probe.rating.Delta;
import org.hoshimori.probe.rating.Plan;
import org.hoshimori.probe.rating.Rating;

/// The fewest repairs to a better grade, and what holds the score down meanwhile.
final class Way {

    private Way() {}

    static void write(Html out, Rating rating, Words words) {
        rating.plan().ifPresent(plan -> plan(out, rating, plan, words));
        for (var cap : rating.caps()) {
            List<String> because =
                    cap.rules().stream()
                            .map(id ->
                                    rating.rulebook()
                                            .rule(id)
                                            .map(rule -> words.say(rule.title()))
                                            .orElse(id))
                            .toList();
            out.element(
                    "p class=\"note\"",
                    words.say(
                            "「%s」が残る間は、ほかがどれほど良くても %d 点が上限です。"
                                    .formatted(String.join("」と「", because), cap.atMost()),
                            "While this lasts, nothing lifts the score above %d points: %s."
                                    .formatted(cap.atMost(), String.join(", ", because))));
        }
    }

    private static void plan(Html out, Rating rating, Plan plan, Words words) {
        String grade = plan.reaches(rating.rulebook());
        out.element("h2", words.say(grade + " への近道", "The short way to " + grade));
        out.element(
                "p",
                words.say(
                        "最も少ない修理は次の%d件で、直すと %s 点になります。"
                                .formatted(plan.repairs().size(), Words.points(plan.eighths())),
                        "These %d repairs are the fewest that do it; they lead to %s points."
                                .formatted(plan.repairs().size(), Words.points(plan.eighths()))));
        out.raw("<ol class=\"way\">\n");
        for (String id : plan.repairs()) {
            rating.rulebook()
                    .rule(id)
                    .ifPresent(rule -> {
                        out.raw("<li>").text(words.say(rule.title()));
                        rating.deltas().stream()
                                .filter(delta -> delta.rule().equals(id))
                                .forEach(delta ->
                                        out.raw(" ").element("small", where(delta, words)));
                        out.raw("</li>\n");
                    });
        }
        out.raw("</ol>\n");
    }

    private static String where(Delta delta, Words words) {
        return words.some(delta.everywhere(), 3);
    }
}
