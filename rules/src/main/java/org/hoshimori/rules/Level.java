package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// A level (段階) of an edition. The order in the file is the rank, lowest first.
///
/// @param includes the level whose criteria are asked too; null for none
/// @param name what having reached it says about a company
/// @param variantOf the level it is another way of reaching; it is never the level reached
/// @param requirements the official number of requirements, where lines are counted otherwise
/// @param validityMonths months a registration holds, 1 to 120; null where none is set
/// @param assurance who stands by it, in words
public record Level(
        String id,
        @Nullable String includes,
        @Nullable String variantOf,
        @Nullable Integer requirements,
        Text title,
        Text name,
        LevelRule rule,
        @Nullable Integer validityMonths,
        Confidence validityConfidence,
        Text assurance,
        Confirmation confirmedBy) {
    public Level {
        if (validityMonths != null && (validityMonths < 1 || validityMonths > 120)) {
            throw new IllegalArgumentException("months out of range: " + validityMonths);
        }
    }
}
