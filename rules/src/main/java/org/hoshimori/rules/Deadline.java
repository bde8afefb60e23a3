package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// A clock of a scheme: something that must happen within a span after something else.
///
/// @param level the level it belongs to; null for all
/// @param repeats whether it falls due again and again
/// @param from the event that starts the clock
/// @param title what must happen, or what ends
public record Deadline(
        String id,
        @Nullable String level,
        Span span,
        boolean repeats,
        Text from,
        Text title,
        Confidence confidence) {}
