package org.hoshimori.probe.tls;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// For how long a certificate may be valid, by the day it begins (CA/Browser Forum Baseline
/// Requirements, 6.3.2, with ballot SC-081): browsers refuse longer ones of public authorities.
final class Lifetimes {

    private static final NavigableMap<Instant, Integer> MOST_DAYS =
            new TreeMap<>(
                    Map.of(
                            Instant.parse("2018-03-01T00:00:00Z"), 825,
                            Instant.parse("2020-09-01T00:00:00Z"), 398,
                            Instant.parse("2026-03-15T00:00:00Z"), 200,
                            Instant.parse("2027-03-15T00:00:00Z"), 100,
                            Instant.parse("2029-03-15T00:00:00Z"), 47));

    private Lifetimes() {}

    /// @param until the last second of its validity, which counts
    static boolean tooLong(Instant from, Instant until) {
        var most = MOST_DAYS.floorEntry(from);
        return most != null
                && Duration.between(from, until)
                                .plusSeconds(1)
                                .compareTo(Duration.ofDays(most.getValue()))
                        > 0;
    }
}
