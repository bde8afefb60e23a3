package org.hoshimori.bench.network;

import java.util.Arrays;
import java.util.function.Supplier;

/// Times a piece of work.
final class Clock {
    private static final int ROUNDS = 5;

    private Clock() {}

    /// Median milliseconds of five runs after one that does not count.
    static double median(Supplier<?> work) {
        work.get();
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = once(work);
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    static double once(Supplier<?> work) {
        long start = System.nanoTime();
        work.get();
        return (System.nanoTime() - start) / 1e6;
    }
}
