package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// A level (段階) of an edition. The order in the file is the rank, lowest first.
///
/// @param includes the level whose criteria are asked too; null for none
/// @param name what having reached it says about a company
/// @param validityMonths months a registration holds, 1 to 120
/// @param assurance who stands by it, in words
public record Level(
        String id,
        @Nullable String includes,
        Text title,
        Text name,
        LevelRule rule,
        int validityMonths,
        Confidence validityConfidence,
        Text assurance,
        Confirmation confirmedBy) {
    public Level {
        if (validityMonths < 1 || validityMonths > 120) {
            throw new IllegalArgumentException("months out of range: " + validityMonths);
        }
    }
}
