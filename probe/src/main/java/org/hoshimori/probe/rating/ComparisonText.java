package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Locale;
import org.hoshimori.probe.Text;

/// What changed between two ratings as lines for a terminal.
final class ComparisonText {

    private ComparisonText() {}

    static String write(Comparison comparison, Locale locale) {
        StringBuilder out = new StringBuilder();
        Rating before = comparison.before();
        Rating after = comparison.after();
        out.append(
                "%s %s → %s %s  (%s)%n"
                        .formatted(
                                points(before.score()),
                                before.grade(),
                                points(after.score()),
                                after.grade(),
                                signed(after.score() - before.score())));
        for (Comparison.Change change : comparison.changes()) {
            String title =
                    after.rulebook()
                            .rule(change.rule())
                            .map(rule -> rule.title().in(locale))
                            .orElse(change.rule());
            out.append(
                    "%9s  %-34s %s%n"
                            .formatted(signed(change.now() - change.then()), change.rule(), title));
            where(out, new Text("直った", "repaired").in(locale), change.repaired());
            where(out, new Text("新しい", "new").in(locale), change.broken());
        }
        return out.toString();
    }

    private static void where(StringBuilder out, String word, List<String> assets) {
        if (!assets.isEmpty()) {
            out.append("           ")
                    .append(word)
                    .append(": ")
                    .append(String.join(", ", assets).replaceAll("\\p{Cntrl}", " "))
                    .append('\n');
        }
    }

    private static String points(int eighths) {
        return Score.points(eighths).toPlainString();
    }

    private static String signed(int eighths) {
        return (eighths > 0 ? "+" : "") + points(eighths);
    }
}
