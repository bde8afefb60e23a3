package org.hoshimori.network;

import java.util.Arrays;

/// Turns relations in any order into rows without doubles.
final class Rows {
    private Rows() {}

    /// Relations by purchaser, each row in order of the supplier, a doubled relation once: weights
    /// added, kinds joined, the higher required level. Two counting sorts, O(companies +
    /// relations).
    ///
    /// @param bySupplier rows of suppliers that name purchasers
    static Adjacency byPurchaser(Adjacency bySupplier) {
        int n = bySupplier.companies();
        int[] offsets = new int[n + 1];
        for (int purchaser : bySupplier.targets) {
            offsets[purchaser + 1]++;
        }
        for (int i = 0; i < n; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] next = Arrays.copyOf(offsets, n);
        int m = bySupplier.relations();
        int[] targets = new int[m];
        float[] weights = new float[m];
        byte[] kinds = new byte[m];
        byte[] required = new byte[m];
        boolean anyRequired = false;
        for (int supplier = 0; supplier < n; supplier++) {
            for (int e = bySupplier.offsets[supplier]; e < bySupplier.offsets[supplier + 1]; e++) {
                int purchaser = bySupplier.targets[e];
                int last = next[purchaser] - 1;
                if (last >= offsets[purchaser] && targets[last] == supplier) {
                    weights[last] += bySupplier.weights[e];
                    kinds[last] |= bySupplier.kinds[e];
                    required[last] = (byte) Math.max(required[last], bySupplier.required[e]);
                } else {
                    last = next[purchaser]++;
                    targets[last] = supplier;
                    weights[last] = bySupplier.weights[e];
                    kinds[last] = bySupplier.kinds[e];
                    required[last] = bySupplier.required[e];
                }
                anyRequired |= required[last] != 0;
            }
        }
        int at = 0;
        for (int i = 0; i < n; i++) {
            int from = offsets[i];
            int length = next[i] - from;
            if (at != from) {
                System.arraycopy(targets, from, targets, at, length);
                System.arraycopy(weights, from, weights, at, length);
                System.arraycopy(kinds, from, kinds, at, length);
                System.arraycopy(required, from, required, at, length);
            }
            offsets[i] = at;
            at += length;
        }
        offsets[n] = at;
        boolean whole = at == m;
        return new Adjacency(
                offsets,
                whole ? targets : Arrays.copyOf(targets, at),
                whole ? weights : Arrays.copyOf(weights, at),
                whole ? kinds : Arrays.copyOf(kinds, at),
                !anyRequired ? new byte[0] : whole ? required : Arrays.copyOf(required, at));
    }
}
