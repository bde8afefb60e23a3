package org.hoshimori.probe.rating;

import java.util.List;

/// One step from 100 to the score.
///
/// @param rule its id, or `cap:` with the cap's
/// @param weight percent of its category; 0 for a cap
/// @param eighths never positive
record Delta(
        String rule,
        String category,
        String severity,
        int weight,
        int eighths,
        List<String> assets,
        List<String> unsure) {}
