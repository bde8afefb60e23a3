package org.hoshimori.bench.network;

import java.util.Arrays;
import java.util.function.Supplier;

/// Times a piece of work.
final class Clock {
    private static final int ROUNDS = 5;
    private static final int MOST_ROUNDS = 101;

    /// Milliseconds of work before it counts.
    private static final double WARM = 1000;

    /// Milliseconds of work that counts, where [#ROUNDS] do not take longer.
    private static final double COUNTED = 150;

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

    /// Median of five runs or more, after those that do not count until the code is warm; the very
    /// first alone when it took too long.
    static Time time(Supplier<?> work) {
        double first = once(work);
        if (first > PATIENCE) {
            return new Time(first, 1);
        }
        double last = first;
        for (double warm = first; warm < WARM; warm += last) {
            last = once(work);
        }
        int rounds = (int) Math.clamp(COUNTED / last, ROUNDS, MOST_ROUNDS);
        double[] times = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            times[i] = once(work);
        }
        Arrays.sort(times);
        return new Time(times[rounds / 2], rounds);
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
