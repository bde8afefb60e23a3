package org.hoshimori.bench.rules;

import java.util.Arrays;

/// Times a piece of work.
final class Timing {
    /// Work before it counts, and after, in nanoseconds.
    private static final long WARM = 1_000_000_000L;

    private static final int LEAST_ROUNDS = 5;

    private Timing() {}

    /// Milliseconds: the median of at least five rounds, after a second to warm up. What takes
    /// longer than five seconds is measured once.
    static double median(Runnable work) {
        double first = once(work);
        if (first > 5000) {
            return first;
        }
        long end = System.nanoTime() + WARM;
        while (System.nanoTime() < end) {
            work.run();
        }
        int rounds = (int) Math.clamp(WARM / 1e6 / Math.max(first, 0.01), LEAST_ROUNDS, 201);
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            times[i] = once(work);
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }

    static double once(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
