package org.hoshimori.probe.report;

import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.rating.Rating;

/// What stayed unknown, what others would say, and how to read and recompute all this.
final class Rest {

    private Rest() {}

    static void write(Html out, Rating rating, Words words) {
        unknown(out, rating, words);
        views(out, rating, words);
        how(out, rating, words);
    }

    private static void unknown(Html out, Rating rating, Words words) {
        Map<String, Integer> byCheck = new TreeMap<>();
        for (Observation observation : rating.observations()) {
            if (!observation.outcome().settled()) {
                byCheck.merge(observation.check(), 1, Integer::sum);
            }
        }
        if (byCheck.isEmpty()) {
            return;
        }
        out.element("h2", words.say("分からなかったこと", "What stayed unknown"));
        out.element(
                "p",
                words.say(
                        "次の観察は、応答がないなどの理由で判断できませんでした。点は引かず、確かめた割合に表れます。",
                        "These looks settled nothing, for want of an answer or otherwise. They cost no points; they lower the share that was looked at."));
        out.element(
                "p class=\"where\"",
                words.some(
                        byCheck.entrySet().stream()
                                .map(e -> e.getKey() + " × " + e.getValue())
                                .toList(),
                        30));
    }

    private static void views(Html out, Rating rating, Words words) {
        Map<String, Map<String, Map<String, Object>>> views = rating.views();
        if (views.values().stream().allMatch(Map::isEmpty)) {
            return;
        }
        out.element("h2", words.say("ほかの尺度では", "By others' rules"));
        out.element(
                "p",
                words.say(
                        "同じ観察から、公開されている規則で計算した値です。公式の結果ではなく、見ていない項目は含みません。",
                        "Computed from the same observations by their public rules. These are not official results, and leave out what was not looked at."));
        out.raw("<table class=\"views\"><tbody>\n");
        views.forEach((name, byAsset) ->
                byAsset.forEach((asset, view) -> {
                    out.raw("<tr>").element("th scope=\"row\"", title(name)).element("td", asset);
                    out.element("td", value(view)).raw("</tr>\n");
                }));
        out.raw("</tbody></table>\n");
    }

    private static String title(String name) {
        return switch (name) {
            case "ssl-labs-2009r" -> "SSL Labs (2009r)";
            case "mdn-observatory-6" -> "MDN HTTP Observatory (6)";
            default -> "Internet.nl";
        };
    }

    private static String value(Map<String, Object> view) {
        if (view.get("percent") instanceof Integer percent) {
            return "DMARC, DKIM, SPF %d %%".formatted(percent)
                    + (view.get("dnssec_percent") instanceof Integer signed
                            ? ", DNSSEC %d %%".formatted(signed)
                            : "");
        }
        return view.get("grade") + " (" + view.get("score") + ")";
    }

    private static void how(Html out, Rating rating, Words words) {
        out.element("h2", words.say("この点の読み方", "How to read this"));
        out.element(
                "p",
                words.say(
                        "誰でも同じ観察記録と同じ規則から同じ点を計算できます。外から見える設定の衛生を表すもので、侵害される確率ではありません。★の評価とも別のものです。重みは専門家の判断です。",
                        "Anybody can compute the same number from the same observations and rules. It tells of visible hygiene, not of the likelihood of a breach, and it is no star of any scheme. Weights are expert opinion."));
        out.raw("<p class=\"fine\">")
                .text(rating.rulebook().name())
                .raw("<br/>")
                .text("sha256:" + rating.inputs())
                .raw("</p>\n");
    }
}
