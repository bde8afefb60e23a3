package org.hoshimori.bench.network;

import java.util.Arrays;
import java.util.function.Supplier;

/// Times a piece of work.
final class Clock {
    private static final int ROUNDS = 5;

    /// What takes longer is measured once.
    private static final double PATIENCE = 5000;

    /// @param milliseconds the median
    /// @param rounds that it is the median of
    record Time(double milliseconds, int rounds) {
        /// For people: `12.3`, or `20,350 (once)`.
        @Override
        public String toString() {
            String number =
                    milliseconds < 1
                            ? "%.3f".formatted(milliseconds)
                            : milliseconds < 100
                                    ? "%.1f".formatted(milliseconds)
                                    : "%,.0f".formatted(milliseconds);
            return rounds == 1 ? number + " (once)" : number;
        }
    }

    private Clock() {}

    /// Median of five runs after one that does not count; that one alone when it took too long.
    static Time time(Supplier<?> work) {
        double first = once(work);
        if (first > PATIENCE) {
            return new Time(first, 1);
        }
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = once(work);
        }
        Arrays.sort(times);
        return new Time(times[ROUNDS / 2], ROUNDS);
    }

    static double median(Supplier<?> work) {
        return time(work).milliseconds();
    }

    static double once(Supplier<?> work) {
        long start = System.nanoTime();
        work.get();
        return (System.nanoTime() - start) / 1e6;
    }
}
