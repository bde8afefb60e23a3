package org.hoshimori.probe.rating;

import java.util.List;
import java.util.stream.Stream;

/// One step from 100 to the score.
///
/// @param rule its id, or `cap:` with the cap's
/// @param weight percent of its category; 0 for a cap
/// @param eighths never positive
public record Delta(
        String rule,
        String category,
        String severity,
        int weight,
        int eighths,
        List<String> assets,
        List<String> unsure) {

    /// Where it fails, surely or not.
    public List<String> everywhere() {
        return Stream.concat(assets.stream(), unsure.stream()).toList();
    }
}
