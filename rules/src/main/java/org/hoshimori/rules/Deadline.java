package org.hoshimori.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A clock of a scheme: something that must happen within a span after something else.
///
/// @param level the level it belongs to; null for all
/// @param repeats whether it falls due again and again
/// @param starts which results start it; null when something else does, such as a purchase
/// @param from the event that starts the clock
/// @param title what must happen, or what ends
public record Deadline(
        String id,
        @Nullable String level,
        Span span,
        boolean repeats,
        @Nullable Starts starts,
        Text from,
        Text title,
        Confidence confidence) {
    /// Results that start a clock.
    ///
    /// @param level of which level; null for any
    /// @param statuses the scheme's own words, such as `conditional`
    public record Starts(@Nullable String level, List<String> statuses) {
        public Starts {
            statuses = List.copyOf(statuses);
        }

        boolean by(String asked, String status) {
            return (level == null || level.equals(asked)) && statuses.contains(status);
        }
    }
}
