package org.hoshimori.rules;

import java.time.LocalDate;
import java.util.List;

/// Relations between two editions, ours and marked as ours.
///
/// @param rule names exactly these relations: `crosswalks/scs-cmmc@sha256:…`
public record Crosswalk(
        String id,
        EditionStatus status,
        Text title,
        String author,
        LocalDate date,
        End source,
        End target,
        List<Mapping> maps,
        String rule) {
    /// One of the two editions.
    public record End(String scheme, String edition) {}

    public Crosswalk {
        maps = List.copyOf(maps);
    }
}
