package org.hoshimori.network;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/// The companies for which a number is largest.
public final class Top {
    private record Entry(int company, double value) {}

    private static final Comparator<Entry> WORST_FIRST =
            Comparator.comparingDouble(Entry::value)
                    .thenComparing(Entry::company, Comparator.reverseOrder());

    private Top() {}

    /// Up to `count` companies, the largest first, those with 0 or less left out; equal ones in the
    /// order of their numbers. O(companies · log count).
    public static int[] of(int companies, int count, IntToDoubleFunction value) {
        PriorityQueue<Entry> best = new PriorityQueue<>(WORST_FIRST);
        for (int i = 0; i < companies; i++) {
            double here = value.applyAsDouble(i);
            if (here > 0 && count > 0) {
                if (best.size() < count) {
                    best.add(new Entry(i, here));
                } else if (here > best.element().value()) {
                    best.poll();
                    best.add(new Entry(i, here));
                }
            }
        }
        return best.stream().sorted(WORST_FIRST.reversed()).mapToInt(Entry::company).toArray();
    }
}
