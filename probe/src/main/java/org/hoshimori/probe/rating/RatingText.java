package org.hoshimori.probe.rating;

import java.util.Locale;
import org.hoshimori.probe.Text;

/// A rating as lines for a terminal.
final class RatingText {

    private RatingText() {}

    static String write(Rating rating, Locale locale) {
        StringBuilder out = new StringBuilder();
        if (rating.unseen()) {
            out.append(Rating.UNSEEN.in(locale)).append('\n');
        } else {
            grade(rating, locale, out);
        }
        if (rating.seal().isPresent() && !rating.sealHolds()) {
            out.append(
                    new Text("  署名が内容と合いません。\n", "  The seal does not fit the content.\n")
                            .in(locale));
        }
        for (Delta delta : rating.deltas()) {
            String title =
                    rating.rulebook()
                            .rule(delta.rule())
                            .map(rule -> rule.title().in(locale))
                            .orElse(delta.rule());
            out.append(
                    "%9s  %-34s %s%n"
                            .formatted(
                                    Score.points(delta.eighths()).toPlainString(),
                                    delta.rule(),
                                    title));
            String where = String.join(", ", delta.assets());
            if (!delta.unsure().isEmpty()) {
                where +=
                        new Text(" 不確か: ", " unsure: ").in(locale)
                                + String.join(", ", delta.unsure());
            }
            if (!where.isBlank()) {
                out.append("           ")
                        .append(where.strip().replaceAll("\\p{Cntrl}", " "))
                        .append('\n');
            }
        }
        rating.plan()
                .ifPresent(plan ->
                        out.append(
                                new Text(
                                                "%s になる最小の修理 (%d件): %s → %s%n",
                                                "Fewest repairs to %s (%d): %s → %s%n")
                                        .in(locale)
                                        .formatted(
                                                plan.reaches(rating.rulebook()),
                                                plan.repairs().size(),
                                                String.join(", ", plan.repairs()),
                                                Score.points(plan.eighths()).toPlainString())));
        out.append(rating.rulebook().name()).append('\n');
        return out.toString();
    }

    private static void grade(Rating rating, Locale locale, StringBuilder out) {
        out.append(Score.points(rating.score()).toPlainString())
                .append(" / 100  ")
                .append(rating.grade());
        if (rating.low() != rating.high()) {
            out.append(
                    "  (%s–%s)"
                            .formatted(
                                    Score.points(rating.low()).toPlainString(),
                                    Score.points(rating.high()).toPlainString()));
        }
        out.append(
                new Text("  確からしさ %d%%%n", "  confidence %d %%%n")
                        .in(locale)
                        .formatted(rating.confidence()));
        if (rating.provisional()) {
            out.append(
                    new Text(
                                    "  見えたものが少ないため、仮の評価です。\n",
                                    "  Provisional: too little could be seen.\n")
                            .in(locale));
        }
    }
}
