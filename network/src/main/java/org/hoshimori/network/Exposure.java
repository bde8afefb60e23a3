package org.hoshimori.network;

/// The share of each company's purchases that leads to a company below the required level.
///
/// A purchase path follows relations from purchaser to supplier; at each company it goes on to a
/// supplier with the share that this supplier has in the company's purchases by weight. The
/// exposure is the share of paths that meet a company below the level within the tiers: a number
/// from 0 to 1 that never falls when a tier is added. Where a company buys nothing, paths end.
///
/// With b = 1 for companies below and W the purchases with rows that add up to 1, it is f(k) = W (b
/// + (1 - b) f(k-1)) with f(0) = 0: k products of a sparse matrix and a vector, of which all but
///   the last need only the rows of companies that are not below. O(k relations); exact up to the
///   rounding of 32-bit numbers (2k · 10⁻⁷ of the exposure) and to 10⁻¹².
public final class Exposure {
    /// Relations that are added up in one go.
    private static final int BLOCK = 1024;

    private final float[] shares;

    private Exposure(float[] shares) {
        this.shares = shares;
    }

    /// For all companies.
    ///
    /// @param depth tiers, 1 or more
    public static Exposure of(Network network, int depth, int required) {
        int n = network.companies();
        byte[] levels = network.levels;
        Adjacency rows = network.suppliers;
        float[] shares = rows.shares();
        float[] leads = new float[n];
        float[] next = new float[n];
        Parallel.pieces(
                n,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        leads[i] = levels[i] < required ? 1 : 0;
                        next[i] = leads[i];
                    }
                });
        for (int tier = 1; tier < depth; tier++) {
            float[] here = tier % 2 == 1 ? leads : next;
            float[] there = here == leads ? next : leads;
            Parallel.rows(
                    rows,
                    (from, to) -> step(rows, shares, levels, required, here, there, from, to));
        }
        float[] here = depth % 2 == 1 ? leads : next;
        float[] there = here == leads ? next : leads;
        Parallel.rows(rows, (from, to) -> last(rows, shares, here, there, from, to));
        return new Exposure(there);
    }

    /// Paths that reach a company below the level have met one, wherever they lead: its row is not
    /// asked. Which rows are is put into a list without a branch, as it cannot be foreseen.
    private static void step(
            Adjacency rows,
            float[] shares,
            byte[] levels,
            int required,
            float[] leads,
            float[] next,
            int from,
            int to) {
        int[] targets = rows.targets;
        int[] offsets = rows.offsets;
        int[] asked = new int[to - from + 1];
        int count = 0;
        for (int row = from; row < to; row++) {
            asked[count] = row;
            count += required - 1 - levels[row] >>> 31;
        }
        for (int i = 0; i < count; i++) {
            int row = asked[i];
            double sum = 0;
            int end = offsets[row + 1];
            for (int e = offsets[row]; e < end; e++) {
                sum += shares[e] * leads[targets[e]];
            }
            next[row] = (float) Math.min(1, sum);
        }
    }

    /// All rows, most of them short: a loop for each would cost more than its relations, since the
    /// processor does not foresee where it ends. So a block of relations is added up without regard
    /// to rows, every sum on the way is kept, and a row is the difference of two of them.
    private static void last(
            Adjacency rows, float[] shares, float[] leads, float[] next, int from, int to) {
        int[] targets = rows.targets;
        int[] offsets = rows.offsets;
        double[] sums = new double[BLOCK + 1];
        // What the row that a block cut in two had before it.
        double begun = 0;
        int row = from;
        int start = offsets[from];
        while (row < to) {
            int length = Math.min(BLOCK, offsets[to] - start);
            addUp(targets, shares, leads, start, length, sums);
            int stop = ended(offsets, row, to, start + length);
            double before = -begun;
            for (; row < stop; row++) {
                double now = sums[offsets[row + 1] - start];
                next[row] = (float) Math.min(1, now - before);
                before = now;
            }
            begun = sums[length] - before;
            start += length;
        }
    }

    private static void addUp(
            int[] targets, float[] shares, float[] leads, int start, int length, double[] sums) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += shares[start + i] * leads[targets[start + i]];
            sums[i + 1] = sum;
        }
    }

    /// The first row from this one on that ends behind a relation; found in growing steps, then in
    /// halves.
    private static int ended(int[] offsets, int row, int to, int relation) {
        int step = 1;
        while (row + step <= to && offsets[row + step] <= relation) {
            row += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            if (row + step <= to && offsets[row + step] <= relation) {
                row += step;
            }
        }
        return row;
    }

    /// From 0 (no purchase leads below) to 1 (every one does); 0 for who buys nothing.
    public double share(int company) {
        return shares[company];
    }
}
