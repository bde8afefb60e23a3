package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One criterion that stands between the answers and the level asked.
///
/// @param completes what would complete it
/// @param weight what it takes away; 1 where the rule does not weigh
/// @param deferrable whether it may be left for a plan of action; null where the rule knows none
public record Missing(
        Criterion criterion,
        Outcome outcome,
        Text completes,
        int weight,
        @Nullable Boolean deferrable) {
    /// What completes a criterion that is only said not to apply.
    static final Text REASON = new Text("該当しない理由を書く。", "Write why it does not apply.");

    /// What completes a criterion.
    ///
    /// @param alone whether parts are answered alone, and so stand for themselves
    static Text completes(Criterion criterion, boolean alone) {
        if (criterion.alternatives().isEmpty() && (alone || criterion.parts().isEmpty())) {
            return criterion.text();
        }
        List<Text> pieces = new ArrayList<>();
        pieces.add(criterion.text());
        if (!alone) {
            criterion.parts().forEach(part -> pieces.add(lettered(part)));
        }
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
