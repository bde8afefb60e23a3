package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One criterion that stands between the answers and the level asked.
///
/// @param completes what would complete it
public record Missing(Criterion criterion, Outcome outcome, Text completes) {
    /// Every criterion of a gate weighs the same: one missing closes it.
    public static final int WEIGHT = 1;

    static Missing of(Criterion criterion, Outcome outcome) {
        return new Missing(criterion, outcome, completes(criterion, outcome));
    }

    private static Text completes(Criterion criterion, Outcome outcome) {
        if (outcome == Outcome.NOT_APPLICABLE_WITHOUT_REASON) {
            return new Text("該当しない理由を書く。", "Write why it does not apply.");
        }
        List<Text> pieces = new ArrayList<>();
        pieces.add(criterion.text());
        criterion.parts().forEach(part -> pieces.add(lettered(part)));
        if (!criterion.alternatives().isEmpty()) {
            pieces.add(new Text("次のどれか1つ:", "One of these:"));
            criterion.alternatives().forEach(part -> pieces.add(lettered(part)));
        }
        return new Text(
                pieces.stream().map(Text::ja).collect(Collectors.joining(" ")),
                pieces.stream().map(Text::en).collect(Collectors.joining(" ")));
    }

    private static Text lettered(Criterion.Part part) {
        return new Text(
                "(" + part.id() + ") " + part.text().ja(),
                "(" + part.id() + ") " + part.text().en());
    }
}
