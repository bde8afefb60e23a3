package org.hoshimori.network;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// Rows of relations while each is put in order and doubles become one.
final class SortedRows {
    /// Rows up to this length are sorted by insertion, which is quickest for them.
    private static final int SHORT = 32;

    private final int[] offsets;
    private final int[] ends;
    private final int[] targets;
    private final float[] weights;
    private final byte[] kinds;
    private final byte[] required;
    private final AtomicBoolean anyRequired = new AtomicBoolean();

    /// @param offsets where each row starts
    SortedRows(int[] offsets) {
        int relations = offsets[offsets.length - 1];
        this.offsets = offsets;
        this.ends = new int[offsets.length - 1];
        this.targets = new int[relations];
        this.weights = new float[relations];
        this.kinds = new byte[relations];
        this.required = new byte[relations];
    }

    void put(int at, int target, float weight, byte kind, byte level) {
        targets[at] = target;
        weights[at] = weight;
        kinds[at] = kind;
        required[at] = level;
    }

    Adjacency sorted() {
        Parallel.rows(
                offsets,
                (from, to) -> {
                    int levels = 0;
                    for (int row = from; row < to; row++) {
                        sort(offsets[row], offsets[row + 1]);
                        ends[row] = joined(offsets[row], offsets[row + 1]);
                    }
                    for (int e = offsets[from]; e < offsets[to]; e++) {
                        levels |= required[e];
                    }
                    if (levels != 0) {
                        anyRequired.set(true);
                    }
                });
        int[] closed = new int[offsets.length];
        for (int row = 0; row < ends.length; row++) {
            closed[row + 1] = closed[row] + ends[row] - offsets[row];
        }
        int relations = closed[ends.length];
        byte[] levels = anyRequired.get() ? required : new byte[0];
        if (relations == targets.length) {
            return new Adjacency(offsets, targets, weights, kinds, levels);
        }
        Adjacency whole =
                new Adjacency(
                        closed,
                        new int[relations],
                        new float[relations],
                        new byte[relations],
                        new byte[anyRequired.get() ? relations : 0]);
        Parallel.rows(
                offsets,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        int start = offsets[row];
                        int length = ends[row] - start;
                        int at = closed[row];
                        System.arraycopy(targets, start, whole.targets, at, length);
                        System.arraycopy(weights, start, whole.weights, at, length);
                        System.arraycopy(kinds, start, whole.kinds, at, length);
                        if (levels.length > 0) {
                            System.arraycopy(levels, start, whole.required, at, length);
                        }
                    }
                });
        return whole;
    }

    /// Stable, so that doubles stay in the order in which they were told.
    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (targets[i - 1] > targets[i]) {
                if (to - from <= SHORT) {
                    insert(from, i, to);
                } else {
                    sortLong(from, to);
                }
                return;
            }
        }
    }

    private void insert(int from, int first, int to) {
        for (int i = first; i < to; i++) {
            int target = targets[i];
            float weight = weights[i];
            byte kind = kinds[i];
            byte level = required[i];
            int at = i;
            while (at > from && targets[at - 1] > target) {
                targets[at] = targets[at - 1];
                weights[at] = weights[at - 1];
                kinds[at] = kinds[at - 1];
                required[at] = required[at - 1];
                at--;
            }
            put(at, target, weight, kind, level);
        }
    }

    private void sortLong(int from, int to) {
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = (long) targets[i] << 32 | i - from;
        }
        Arrays.sort(keys);
        float[] weight = Arrays.copyOfRange(weights, from, to);
        byte[] kind = Arrays.copyOfRange(kinds, from, to);
        byte[] level = Arrays.copyOfRange(required, from, to);
        for (int i = 0; i < keys.length; i++) {
            int old = (int) keys[i];
            put(from + i, (int) (keys[i] >>> 32), weight[old], kind[old], level[old]);
        }
    }

    /// Makes doubles one; returns where the row now ends.
    private int joined(int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            if (end > from && targets[end - 1] == targets[i]) {
                weights[end - 1] += weights[i];
                kinds[end - 1] |= kinds[i];
                required[end - 1] = (byte) Math.max(required[end - 1], required[i]);
            } else {
                if (end != i) {
                    put(end, targets[i], weights[i], kinds[i], required[i]);
                }
                end++;
            }
        }
        return end;
    }
}
