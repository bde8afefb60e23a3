package org.hoshimori.probe.report;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.hoshimori.probe.Text;
import org.hoshimori.probe.rating.Rating;

/// The reader's language.
record Words(Locale locale) {

    String say(String ja, String en) {
        return say(new Text(ja, en));
    }

    String say(Text text) {
        return text.in(locale);
    }

    /// Eighths of a point as people read them, to a tenth; the exact number is in the JSON.
    static String points(int eighths) {
        return Rating.points(eighths)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /// The first ones, and how many more there are.
    String some(List<String> all, int most) {
        String first = String.join(say("、", ", "), all.subList(0, Math.min(most, all.size())));
        int more = all.size() - most;
        return more <= 0
                ? first
                : first + say(" ほか%d件".formatted(more), " and %d more".formatted(more));
    }
}
