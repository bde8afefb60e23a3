package org.hoshimori.network;

import org.jspecify.annotations.Nullable;

/// The relations of a network seen from one side, as compressed sparse rows: the relations of a
/// company lie side by side, ordered by the other company's number.
///
/// A relation costs 9 bytes on the purchasers' side and 10 on the suppliers' side (number, weight,
/// kinds, required level), and 4 bytes a company on each side.
public final class Adjacency {
    final int[] offsets;
    final int[] targets;
    final float[] weights;
    final byte[] kinds;

    /// Empty where this side does not keep required levels, or none is required.
    final byte[] required;

    private volatile float @Nullable [] shares;

    Adjacency(int[] offsets, int[] targets, float[] weights, byte[] kinds, byte[] required) {
        this.offsets = offsets;
        this.targets = targets;
        this.weights = weights;
        this.kinds = kinds;
        this.required = required;
    }

    /// The first relation of a company.
    public int first(int company) {
        return offsets[company];
    }

    /// One past the last relation of a company.
    public int end(int company) {
        return offsets[company + 1];
    }

    public int degree(int company) {
        return offsets[company + 1] - offsets[company];
    }

    /// The company at the other side of a relation.
    public int company(int relation) {
        return targets[relation];
    }

    /// What the relation weighs, in the unit of its source, such as yen a year; 0 or more.
    public float weight(int relation) {
        return weights[relation];
    }

    /// The [Dependence] bits of a relation.
    public int kinds(int relation) {
        return kinds[relation];
    }

    /// The level that the purchaser requires in this relation; 0 when none. Known on the side of
    /// [Network#suppliers()] only.
    public int required(int relation) {
        return required.length == 0 ? 0 : required[relation];
    }

    /// The share of each relation in what its company's relations weigh together; 0 where that is
    /// nothing. Worked out when first asked for, then kept: 4 bytes a relation.
    float[] shares() {
        float[] known = shares;
        if (known == null) {
            float[] parts = new float[relations()];
            Parallel.rows(this, (from, to) -> share(parts, from, to));
            shares = parts;
            return parts;
        }
        return known;
    }

    private void share(float[] parts, int from, int to) {
        for (int i = from; i < to; i++) {
            double sum = 0;
            for (int e = offsets[i]; e < offsets[i + 1]; e++) {
                sum += weights[e];
            }
            for (int e = offsets[i]; sum > 0 && e < offsets[i + 1]; e++) {
                parts[e] = (float) (weights[e] / sum);
            }
        }
    }

    /// How many companies the network has.
    public int companies() {
        return offsets.length - 1;
    }

    /// How many relations the network has.
    public int relations() {
        return targets.length;
    }

    /// The same relations from the other side, without required levels. O(companies + relations).
    Adjacency turned() {
        int n = companies();
        int[] cuts = Parallel.cuts(offsets);
        int[][] next = new int[cuts.length - 1][n];
        Parallel.each(
                next.length,
                g -> {
                    for (int e = offsets[cuts[g]]; e < offsets[cuts[g + 1]]; e++) {
                        next[g][targets[e]]++;
                    }
                });
        int[] start = Parallel.places(next, i -> i);
        // Company and weight in one, so that a relation is put at two places and not at three.
        long[] both = new long[targets.length];
        byte[] kind = new byte[targets.length];
        Parallel.each(
                next.length,
                g -> {
                    int[] place = next[g];
                    for (int i = cuts[g]; i < cuts[g + 1]; i++) {
                        for (int e = offsets[i]; e < offsets[i + 1]; e++) {
                            int at = place[targets[e]]++;
                            both[at] =
                                    (long) i << 32
                                            | Float.floatToRawIntBits(weights[e]) & 0xffffffffL;
                            kind[at] = kinds[e];
                        }
                    }
                });
        int[] from = new int[both.length];
        float[] weight = new float[both.length];
        Parallel.pieces(
                both.length,
                (first, end) -> {
                    for (int e = first; e < end; e++) {
                        from[e] = (int) (both[e] >>> 32);
                        weight[e] = Float.intBitsToFloat((int) both[e]);
                    }
                });
        return new Adjacency(start, from, weight, kind, new byte[0]);
    }
}
