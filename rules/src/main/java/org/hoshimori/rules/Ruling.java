package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rule of one level makes of the findings.
///
/// @param open whether the level is reached
/// @param status the scheme's own word
/// @param score null when the rule gives none
/// @param steps how it came about, for people, in order
public record Ruling(
        boolean open, String status, @Nullable Score score, @Nullable Band band, List<Text> steps) {
    /// @param value null when nothing may be scored
    public record Score(@Nullable BigDecimal value, BigDecimal min, BigDecimal max) {}

    public Ruling {
        steps = List.copyOf(steps);
    }

    static Ruling of(boolean open, String status, List<Text> steps) {
        return new Ruling(open, status, null, null, steps);
    }
}
