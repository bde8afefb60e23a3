package org.hoshimori.probe.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.probe.rating.Category;
import org.hoshimori.probe.rating.Finding;
import org.hoshimori.probe.rating.Rating;
import org.hoshimori.probe.rating.Severity;

/// Where points were lost: by category, and by host and category.
final class Pictures {

    private static final int MOST_HOSTS = 25;

    private Pictures() {}

    static void write(Html out, Rating rating, Words words) {
        categories(out, rating, words);
        hosts(out, rating, words);
    }

    private static void categories(Html out, Rating rating, Words words) {
        out.element("h2", words.say("分野ごと", "By category"));
        out.raw("<table class=\"bars\"><tbody>\n");
        rating.categories()
                .forEach((category, left) -> {
                    int most = rating.rulebook().points(category);
                    int share = most == 0 ? 0 : left * 100 / (most * Rating.PARTS);
                    out.raw("<tr>").element("th scope=\"row\"", words.say(category.title()));
                    if (rating.measured(category)) {
                        out.raw(
                                "<td class=\"wide\"><div class=\"bar\"><div class=\"%s\" style=\"width:%d%%\"></div></div></td>"
                                        .formatted(
                                                share >= 90
                                                        ? "good"
                                                        : share >= 60 ? "fair" : "poor",
                                                share));
                        out.element("td", Words.points(left) + " / " + most);
                    } else {
                        out.raw("<td class=\"wide\"><div class=\"bar none\"></div></td>")
                                .element("td", words.say("未確認", "not seen"));
                    }
                    out.raw("</tr>\n");
                });
        out.raw("</tbody></table>\n");
    }

    private static void hosts(Html out, Rating rating, Words words) {
        Map<String, Map<Category, Severity>> worst = new TreeMap<>();
        for (Finding finding : rating.judged().findings()) {
            worst.computeIfAbsent(finding.asset(), _ -> new EnumMap<>(Category.class))
                    .merge(
                            finding.rule().category(),
                            finding.rule().severity(),
                            (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        if (worst.size() < 2) {
            return;
        }
        List<Map.Entry<String, Map<Category, Severity>>> rows =
                worst.entrySet().stream()
                        .sorted(
                                Comparator.comparing(
                                                (Map.Entry<String, Map<Category, Severity>> e) ->
                                                        e.getValue().values().stream()
                                                                .min(Comparator.naturalOrder())
                                                                .orElse(Severity.LOW))
                                        .thenComparing(e -> -e.getValue().size())
                                        .thenComparing(Map.Entry::getKey))
                        .toList();
        out.element("h2", words.say("どこで", "Where"));
        out.raw("<div class=\"scroll\"><table class=\"hosts\"><thead><tr><th></th>");
        List<Category> columns =
                rating.categories().keySet().stream()
                        .filter(category ->
                                worst.values().stream().anyMatch(row -> row.containsKey(category)))
                        .toList();
        for (Category category : columns) {
            out.element("th scope=\"col\"", words.say(category.label()));
        }
        out.raw("</tr></thead><tbody>\n");
        for (var row : rows.subList(0, Math.min(MOST_HOSTS, rows.size()))) {
            out.raw("<tr>").element("th scope=\"row\"", row.getKey());
            for (Category category : columns) {
                Severity severity = row.getValue().get(category);
                if (severity == null) {
                    out.raw("<td></td>");
                } else {
                    out.element(
                            "td class=\"" + severity.word() + "\"", words.say(severity.title()));
                }
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody></table></div>\n");
        if (rows.size() > MOST_HOSTS) {
            out.element(
                    "p class=\"fine\"",
                    words.say(
                            "ほかに%d件の対象があります。".formatted(rows.size() - MOST_HOSTS),
                            "And %d more.".formatted(rows.size() - MOST_HOSTS)));
        }
    }
}
