package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hoshimori.probe.Text;

/// The report for people: grade, pictures, what costs most, how to repair each thing. One page that
/// loads nothing; whatever hosts said is escaped.
final class Report {

    private final Rating rating;
    private final Criteria criteria;
    private final Fixes fixes;
    private final Locale locale;

    Report(Rating rating, Criteria criteria, Fixes fixes, Locale locale) {
        this.rating = rating;
        this.criteria = criteria;
        this.fixes = fixes;
        this.locale = locale;
    }

    /// For a browser, light and dark.
    String html() {
        return page(ReportStyle.SCREEN, true);
    }

    /// For paper, as XHTML.
    String print() {
        return page(ReportStyle.PAPER, false);
    }

    private String page(String style, boolean folds) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(say("ja", "en"))
                .append("\"><head><meta charset=\"utf-8\"/>")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>")
                .append("<title>")
                .append(say("外からの見え方", "The outside view"))
                .append("</title><style>")
                .append(style)
                .append("</style></head><body><main>\n<h1>")
                .append(say("外からの見え方", "The outside view"))
                .append("</h1>\n");
        head(out);
        categories(out);
        plan(out);
        findings(out, folds);
        unknown(out);
        how(out);
        return out.append("</main></body></html>\n").toString();
    }

    private void head(StringBuilder out) {
        String points = Score.points(rating.score()).toPlainString();
        out.append("<div class=\"grade g")
                .append(rating.grade())
                .append("\"><b>")
                .append(rating.grade())
                .append("</b><span>")
                .append(points)
                .append(" / 100</span></div>\n<p>");
        out.append(
                escape(
                        say(
                                "確からしさ %d%% (調べられた規則の割合)。不確かな指摘の扱いによる幅は %s から %s です。"
                                        .formatted(
                                                rating.confidence(),
                                                number(rating.low()),
                                                number(rating.high())),
                                "Confidence %d %% (share of the rules that could be looked at). Unsure findings leave a range from %s to %s."
                                        .formatted(
                                                rating.confidence(),
                                                number(rating.low()),
                                                number(rating.high())))));
        out.append("</p>\n");
        if (rating.provisional()) {
            out.append("<p class=\"note\">")
                    .append(say("見えたものが少ないため、仮の評価です。", "Provisional: too little could be seen."))
                    .append("</p>\n");
        }
        out.append("<p>").append(escape(assets())).append("</p>\n");
    }

    private String assets() {
        List<String> assets =
                rating.observations().stream().map(o -> o.asset()).distinct().sorted().toList();
        String some = String.join(", ", assets.subList(0, Math.min(12, assets.size())));
        return say("調べた対象: ", "Looked at: ") + some + (assets.size() > 12 ? " …" : "");
    }

    private static String number(int eighths) {
        return Score.points(eighths).toPlainString();
    }

    private void categories(StringBuilder out) {
        out.append("<h2>")
                .append(say("分野ごと", "By category"))
                .append("</h2>\n<table class=\"bars\"><tbody>\n");
        rating.categories()
                .forEach((category, left) -> {
                    int most = rating.rulebook().points(category) * Score.PARTS;
                    int share = most == 0 ? 0 : left * 100 / most;
                    boolean measured =
                            rating.rulebook().rules().stream()
                                    .anyMatch(r ->
                                            r.category() == category
                                                    && rating.judged().measured().contains(r.id()));
                    out.append("<tr><th scope=\"row\">")
                            .append(escape(category.title().in(locale)))
                            .append("</th><td><div class=\"bar\"><div class=\"")
                            .append(share >= 90 ? "good" : share >= 60 ? "fair" : "poor")
                            .append("\" style=\"width:")
                            .append(measured ? share : 0)
                            .append("%\"></div></div></td><td>")
                            .append(
                                    measured
                                            ? number(left)
                                                    + " / "
                                                    + rating.rulebook().points(category)
                                            : say("未確認", "not seen"))
                            .append("</td></tr>\n");
                });
        out.append("</tbody></table>\n");
    }

    private void plan(StringBuilder out) {
        rating.plan()
                .ifPresent(plan -> {
                    out.append("<h2>")
                            .append(
                                    escape(
                                            say(
                                                    "%s になるには"
                                                            .formatted(
                                                                    plan.reaches(
                                                                            rating.rulebook())),
                                                    "The way to %s"
                                                            .formatted(
                                                                    plan.reaches(
                                                                            rating.rulebook())))))
                            .append("</h2>\n<p>")
                            .append(
                                    escape(
                                            say(
                                                    "最も少ない修理は次の%d件です。直すと %s 点になります。"
                                                            .formatted(
                                                                    plan.repairs().size(),
                                                                    number(plan.eighths())),
                                                    "The fewest repairs are these %d; they lead to %s points."
                                                            .formatted(
                                                                    plan.repairs().size(),
                                                                    number(plan.eighths())))))
                            .append("</p>\n<ol>\n");
                    for (String rule : plan.repairs()) {
                        rating.rulebook()
                                .rule(rule)
                                .ifPresent(found ->
                                        out.append("<li>")
                                                .append(escape(found.title().in(locale)))
                                                .append("</li>\n"));
                    }
                    out.append("</ol>\n");
                });
    }

    private void findings(StringBuilder out, boolean folds) {
        out.append("<h2>").append(say("指摘と直し方", "Findings and repairs")).append("</h2>\n");
        List<Delta> worst = new java.util.ArrayList<>(rating.deltas());
        worst.sort(java.util.Comparator.comparingInt(Delta::eighths).thenComparing(Delta::rule));
        if (worst.isEmpty()) {
            out.append("<p>").append(say("指摘はありません。", "Nothing was found.")).append("</p>\n");
        }
        for (Delta delta : worst) {
            rating.rulebook()
                    .rule(delta.rule())
                    .ifPresentOrElse(
                            rule -> finding(out, delta, rule, folds), () -> cap(out, delta));
        }
    }

    private void cap(StringBuilder out, Delta delta) {
        rating.rulebook().caps().stream()
                .filter(cap -> delta.rule().equals("cap:" + cap.id()))
                .forEach(cap ->
                        out.append("<section class=\"finding\"><h3>")
                                .append(
                                        escape(
                                                say(
                                                        "上限 %d 点".formatted(cap.atMost()),
                                                        "At most %d points"
                                                                .formatted(cap.atMost()))))
                                .append(" <small>")
                                .append(number(delta.eighths()))
                                .append("</small></h3><p>")
                                .append(
                                        escape(
                                                say(
                                                                "次の指摘がある間は、ほかがどれほど良くても上限がかかります: ",
                                                                "While these findings last, nothing else outweighs them: ")
                                                        + String.join(", ", cap.rules())))
                                .append("</p></section>\n"));
    }

    private void finding(StringBuilder out, Delta delta, Rule rule, boolean folds) {
        out.append("<section class=\"finding ")
                .append(rule.severity().word())
                .append("\"><h3>")
                .append(escape(rule.title().in(locale)))
                .append(" <small>")
                .append(number(delta.eighths()))
                .append(" · ")
                .append(escape(rule.severity().title().in(locale)))
                .append("</small></h3>\n<p>")
                .append(escape(rule.reason().in(locale)))
                .append("</p>\n");
        assets(out, say("対象", "Where"), delta.assets());
        assets(out, say("不確か", "Unsure"), delta.unsure());
        List<String> contradicted = criteria.of(rule.id());
        if (!contradicted.isEmpty()) {
            assets(out, say("見直す評価基準", "Criteria to review"), contradicted);
        }
        Fixes.Fix fix = fixes.byKey().get(rule.fix());
        if (fix != null) {
            out.append("<p><b>")
                    .append(say("直し方", "How to repair"))
                    .append("</b> ")
                    .append(escape(fix.todo().in(locale)))
                    .append("</p>\n");
            for (Map.Entry<String, String> setting : fix.settings().entrySet()) {
                out.append(folds ? "<details><summary>" : "<p class=\"product\">")
                        .append(escape(setting.getKey()))
                        .append(folds ? "</summary>" : "</p>")
                        .append("<pre>")
                        .append(escape(setting.getValue()))
                        .append("</pre>")
                        .append(folds ? "</details>\n" : "\n");
            }
        }
        out.append("</section>\n");
    }

    private static void assets(StringBuilder out, String title, List<String> assets) {
        if (!assets.isEmpty()) {
            String some = String.join(", ", assets.subList(0, Math.min(30, assets.size())));
            out.append("<p class=\"assets\"><b>")
                    .append(title)
                    .append("</b> ")
                    .append(escape(some))
                    .append(assets.size() > 30 ? " …" : "")
                    .append("</p>\n");
        }
    }

    private void unknown(StringBuilder out) {
        long unknown = rating.observations().stream().filter(o -> !o.outcome().settled()).count();
        if (unknown > 0) {
            out.append("<h2>")
                    .append(say("分からなかったこと", "What stayed unknown"))
                    .append("</h2>\n<p>")
                    .append(
                            escape(
                                    say(
                                            "%d件は応答がないなどで判断できませんでした。点は引かず、確からしさに反映しています。"
                                                    .formatted(unknown),
                                            "%d looks settled nothing, for want of an answer or otherwise. They cost no points; they lower the confidence."
                                                    .formatted(unknown))))
                    .append("</p>\n");
        }
    }

    private void how(StringBuilder out) {
        out.append("<h2>")
                .append(say("この点の読み方", "How to read this"))
                .append("</h2>\n<p>")
                .append(
                        escape(
                                say(
                                        "誰でも同じ観察記録と同じ規則から同じ点を計算できます。外から見える設定の衛生を表すもので、侵害される確率ではありません。★の評価とも別のものです。",
                                        "Anybody can compute the same number from the same observations and rules. It tells of visible hygiene, not of the likelihood of a breach, and it is no star of any scheme.")))
                .append("</p>\n<p class=\"fine\">")
                .append(escape(rating.rulebook().name()))
                .append("<br/>")
                .append(escape("sha256:" + rating.inputs()))
                .append("</p>\n");
    }

    private String say(String ja, String en) {
        return new Text(ja, en).in(locale);
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '&' -> out.append("&amp;");
                        case '"' -> out.append("&quot;");
                        case '\'' -> out.append("&#39;");
                        default -> {
                            boolean allowed =
                                    c >= 0x20
                                                    && c != 0x7f
                                                    && !(c >= 0xd800 && c < 0xe000)
                                                    && c < 0xfffe
                                            || c == '\n'
                                            || c == '\t';
                            out.appendCodePoint(allowed ? c : 0xfffd);
                        }
                    }
                });
        return out.toString();
    }
}
