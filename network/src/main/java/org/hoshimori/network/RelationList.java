package org.hoshimori.network;

import java.util.ArrayList;
import java.util.List;

/// Collects relations in pieces, so that growing never copies what is there.
final class RelationList {
    private static final int PIECE = 1 << 16;

    private final List<int[]> pairs = new ArrayList<>();
    private final List<float[]> weights = new ArrayList<>();
    private final List<byte[]> marks = new ArrayList<>();
    private int size;

    void add(int purchaser, int supplier, float weight, int required, int kinds) {
        int at = size % PIECE;
        if (at == 0) {
            pairs.add(new int[2 * PIECE]);
            weights.add(new float[PIECE]);
            marks.add(new byte[2 * PIECE]);
        }
        int[] pair = pairs.getLast();
        pair[2 * at] = purchaser;
        pair[2 * at + 1] = supplier;
        weights.getLast()[at] = weight;
        byte[] mark = marks.getLast();
        mark[2 * at] = (byte) required;
        mark[2 * at + 1] = (byte) kinds;
        size = Math.addExact(size, 1);
    }

    int size() {
        return size;
    }

    /// Rows by supplier: for each relation its purchaser, in the order they were added.
    ///
    /// @param number the new number of each company
    Adjacency bySupplier(int[] number) {
        int n = number.length;
        int[] offsets = new int[n + 1];
        for (int i = 0; i < size; i++) {
            offsets[number[pairs.get(i / PIECE)[2 * (i % PIECE) + 1]] + 1]++;
        }
        for (int i = 0; i < n; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] next = java.util.Arrays.copyOf(offsets, n);
        Adjacency rows =
                new Adjacency(
                        offsets, new int[size], new float[size], new byte[size], new byte[size]);
        for (int piece = 0; piece < pairs.size(); piece++) {
            int[] pair = pairs.get(piece);
            float[] weight = weights.get(piece);
            byte[] mark = marks.get(piece);
            int end = Math.min(PIECE, size - piece * PIECE);
            for (int i = 0; i < end; i++) {
                int at = next[number[pair[2 * i + 1]]]++;
                rows.targets[at] = number[pair[2 * i]];
                rows.weights[at] = weight[i];
                rows.required[at] = mark[2 * i];
                rows.kinds[at] = mark[2 * i + 1];
            }
            // What was taken over is let go at once: a nation need not be held twice.
            pairs.set(piece, new int[0]);
            weights.set(piece, new float[0]);
            marks.set(piece, new byte[0]);
        }
        return rows;
    }

    /// How many relations name each company as supplier.
    int[] popularity(int companies) {
        int[] popularity = new int[companies];
        for (int i = 0; i < size; i++) {
            popularity[pairs.get(i / PIECE)[2 * (i % PIECE) + 1]]++;
        }
        return popularity;
    }
}
