package org.hoshimori.network;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes rows one after the other, copied or merged with changes.
final class RowWriter {
    private final int[] offsets;
    private final int[] targets;
    private final float[] weights;
    private final byte[] kinds;
    private final byte[] required;
    private int row;
    private int at;

    RowWriter(int companies, int room, boolean withRequired) {
        offsets = new int[companies + 1];
        targets = new int[room];
        weights = new float[room];
        kinds = new byte[room];
        required = new byte[withRequired ? room : 0];
    }

    /// Copies whole rows.
    void copy(Adjacency old, int from, int to) {
        if (from >= to) {
            return;
        }
        int start = old.offsets[from];
        int length = old.offsets[to] - start;
        System.arraycopy(old.targets, start, targets, at, length);
        System.arraycopy(old.weights, start, weights, at, length);
        System.arraycopy(old.kinds, start, kinds, at, length);
        if (old.required.length > 0) {
            System.arraycopy(old.required, start, required, at, length);
        }
        for (int i = from; i < to; i++) {
            offsets[i] = old.offsets[i] - start + at;
        }
        row = to;
        at += length;
    }

    /// Writes one row with its changes.
    void merge(Adjacency old, int company, TreeMap<Integer, Delta.@Nullable Terms> changes) {
        // New companies between the last row and this one have no relations.
        while (row < company) {
            offsets[row++] = at;
        }
        offsets[row++] = at;
        int e = company < old.companies() ? old.first(company) : 0;
        int end = company < old.companies() ? old.end(company) : 0;
        Iterator<Map.Entry<Integer, Delta.@Nullable Terms>> left = changes.entrySet().iterator();
        Map.@Nullable Entry<Integer, Delta.@Nullable Terms> change =
                left.hasNext() ? left.next() : null;
        while (e < end || change != null) {
            if (change == null || e < end && old.targets[e] < change.getKey()) {
                put(old.targets[e], old.weights[e], old.required(e), old.kinds[e]);
                e++;
            } else {
                if (e < end && old.targets[e] == change.getKey()) {
                    e++;
                }
                Delta.Terms terms = change.getValue();
                if (terms != null) {
                    put(change.getKey(), terms.weight(), terms.required(), terms.kinds());
                }
                change = left.hasNext() ? left.next() : null;
            }
        }
    }

    private void put(int target, float weight, int level, int kind) {
        targets[at] = target;
        weights[at] = weight;
        kinds[at] = (byte) kind;
        if (required.length > 0) {
            required[at] = (byte) level;
        }
        at++;
    }

    Adjacency rows() {
        while (row < offsets.length) {
            offsets[row++] = at;
        }
        return new Adjacency(
                offsets,
                Arrays.copyOf(targets, at),
                Arrays.copyOf(weights, at),
                Arrays.copyOf(kinds, at),
                Arrays.copyOf(required, Math.min(required.length, at)));
    }
}
