package org.hoshimori.bench;

import java.util.Arrays;
import java.util.Locale;

/// Times of one measured thing, in nanoseconds, and the size of its answer.
///
/// @param what the row's name
/// @param nanos one time a request, sorted
/// @param bytes of the last answer, as it went over the wire
record Sample(String what, long[] nanos, long bytes) {

    Sample {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    double millis(double quantile) {
        int place = (int) Math.ceil(quantile * nanos.length) - 1;
        return nanos[Math.max(0, place)] / 1e6;
    }

    /// A row of the table: median, 95th percentile, size, and the ratio of medians to a limit.
    String row(Sample limit) {
        return String.format(
                Locale.ROOT,
                "| %-44s | %7.2f | %7.2f | %7.1f | %6.1f × %s |",
                what,
                millis(0.5),
                millis(0.95),
                bytes / 1000.0,
                millis(0.5) / limit.millis(0.5),
                limit.what);
    }
}
