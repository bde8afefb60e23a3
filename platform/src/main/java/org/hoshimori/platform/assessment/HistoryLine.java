package org.hoshimori.platform.assessment;

import java.time.Instant;

/// One line of the history of answers.
///
/// @param name the person's name at that time
public record HistoryLine(
        long number,
        String criterion,
        int version,
        Cause cause,
        Said before,
        Said after,
        Instant at,
        String name) {}
