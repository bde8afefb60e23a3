package org.hoshimori.probe.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.rating.Rating;

/// What a hurried reader needs: whose, when, which grade, how sure, and where on the scale.
final class Head {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Head() {}

    static void write(Html out, Rating rating, Words words) {
        out.element("h1", words.say("外からの見え方", "The outside view"));
        out.element("p class=\"whose\"", words.some(targets(rating), 4));
        if (rating.unseen()) {
            out.element("p class=\"note\"", words.say(Rating.UNSEEN.ja(), Rating.UNSEEN.en()));
            out.element("p class=\"fine\"", when(rating, words));
            return;
        }
        String grade = rating.grade();
        out.raw("<div class=\"head\"><div class=\"badge g" + grade + "\">")
                .element("b", grade)
                .element("span", Words.points(rating.score()) + words.say(" 点", " points"))
                .raw("</div><div class=\"told\">\n");
        out.element("p class=\"sum\"", sum(rating, words));
        out.element("p", sure(rating, words));
        if (rating.provisional()) {
            out.element(
                    "p class=\"note\"",
                    words.say("見えたものが少ないため、仮の評価です。", "Provisional: too little could be seen."));
        }
        out.element("p class=\"fine\"", when(rating, words)).raw("</div></div>\n");
        scale(out, rating, words);
    }

    /// Whose report this is, as the caller named them.
    static List<String> targets(Rating rating) {
        return rating.observations().stream().map(Observation::target).distinct().sorted().toList();
    }

    private static String sum(Rating rating, Words words) {
        long rules = rating.deltas().stream().filter(d -> !d.rule().startsWith("cap:")).count();
        if (rules == 0) {
            return words.say("見えた範囲に指摘はありません。", "Nothing was found in what could be seen.");
        }
        return rating.plan()
                .map(plan ->
                        words.say(
                                "%d種類の指摘があります。%d件の修理で %s になります。"
                                        .formatted(
                                                rules,
                                                plan.repairs().size(),
                                                plan.reaches(rating.rulebook())),
                                "%d kinds of findings; %d repairs lead to %s."
                                        .formatted(
                                                rules,
                                                plan.repairs().size(),
                                                plan.reaches(rating.rulebook()))))
                .orElse(
                        words.say(
                                "%d種類の指摘がありますが、最も良い等級です。".formatted(rules),
                                "%d kinds of findings, and still the best grade."
                                        .formatted(rules)));
    }

    private static String sure(Rating rating, Words words) {
        String share =
                words.say(
                        "規則の %d%% を確かめました。".formatted(rating.confidence()),
                        "%d %% of the rules could be looked at.".formatted(rating.confidence()));
        return rating.low() == rating.high()
                ? share
                : share
                        + words.say(
                                "不確かな指摘の扱いにより %s から %s 点の幅があります。"
                                        .formatted(
                                                Words.points(rating.low()),
                                                Words.points(rating.high())),
                                " Unsure findings leave a range from %s to %s points."
                                        .formatted(
                                                Words.points(rating.low()),
                                                Words.points(rating.high())));
    }

    private static String when(Rating rating, Words words) {
        List<Instant> times =
                rating.observations().stream().map(Observation::time).sorted().toList();
        if (times.isEmpty()) {
            return words.say("観察なし", "no observation");
        }
        String from = MINUTE.format(times.getFirst());
        String to = MINUTE.format(times.getLast());
        return words.say("観察: ", "Observed: ")
                + (from.equals(to) ? from : from + " – " + to)
                + " UTC";
    }

    /// From F to A with a pin where the score is; grades as wide as they are.
    private static void scale(Html out, Rating rating, Words words) {
        out.raw("<table class=\"scale\"><tbody><tr>");
        int[] above = {0};
        var worstFirst = List.copyOf(rating.rulebook().grades().entrySet()).reversed();
        for (int i = 0; i < worstFirst.size(); i++) {
            int end = i + 1 < worstFirst.size() ? worstFirst.get(i + 1).getValue() : 100;
            String grade = worstFirst.get(i).getKey();
            out.raw(
                    "<td class=\"g%s%s\" style=\"width:%d%%\">"
                            .formatted(
                                    grade,
                                    grade.equals(rating.grade()) ? " here" : "",
                                    end - above[0]));
            out.text(grade).raw("</td>");
            above[0] = end;
        }
        out.raw("</tr></tbody></table>\n");
        pin(out, rating);
        if (rating.plan().isPresent()) {
            out.element(
                    "p class=\"fine\"",
                    words.say(
                            "0 点から 100 点。他社との比較ではなく、規則による絶対評価です。",
                            "From 0 to 100 points; absolute by rules, not compared with others."));
        }
    }

    /// The number stands on the side where there is room for it, on a phone too.
    private static void pin(Html out, Rating rating) {
        int percent = rating.score() * 100 / Rating.FULL;
        String points = Words.points(rating.score());
        if (percent < 50) {
            out.raw("<div class=\"pin\" style=\"padding-left:" + Math.max(0, percent - 1) + "%\">")
                    .text("▲ " + points);
        } else {
            out.raw(
                            "<div class=\"pin\" style=\"text-align:right;padding-right:"
                                    + Math.max(0, 99 - percent)
                                    + "%\">")
                    .text(points + " ▲");
        }
        out.raw("</div>\n");
    }
}
