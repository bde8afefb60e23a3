package org.hoshimori.network;

/// The share of each company's purchases that leads to a company below the required level.
///
/// A purchase path follows relations from purchaser to supplier; at each company it goes on to a
/// supplier with the share that this supplier has in the company's purchases by weight. The
/// exposure is the share of paths that meet a company below the level within the tiers: a number
/// from 0 to 1 that never falls when a tier is added. Where a company buys nothing, paths end.
///
/// With b = 1 for companies below and W the purchases with rows that add up to 1, it is f(k) = W (b
/// + (1 - b) f(k-1)) with f(0) = 0: k products of a sparse matrix and a vector, O(k relations).
///   Exact up to the rounding of 32-bit numbers (relative error under k · 10⁻⁷).
public final class Exposure {
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
        double[] totals = rows.totals();
        float[] leads = new float[n];
        float[] next = new float[n];
        Parallel.pieces(n, (from, to) -> certain(levels, required, leads, from, to));
        for (int tier = 1; tier <= depth; tier++) {
            float[] here = tier % 2 == 1 ? leads : next;
            float[] there = here == leads ? next : leads;
            // Being below is met by those who buy from it, not by the company itself.
            int bar = tier == depth ? 0 : required;
            Parallel.rows(
                    rows,
                    (from, to) -> {
                        step(rows, totals, here, there, from, to);
                        certain(levels, bar, there, from, to);
                    });
        }
        return new Exposure(depth % 2 == 1 ? next : leads);
    }

    /// Paths that reach a company below the level have met one, wherever they lead.
    private static void certain(byte[] levels, int required, float[] leads, int from, int to) {
        for (int i = from; i < to; i++) {
            leads[i] = levels[i] < required ? 1 : leads[i];
        }
    }

    private static void step(
            Adjacency rows, double[] totals, float[] leads, float[] next, int from, int to) {
        int[] targets = rows.targets;
        float[] weights = rows.weights;
        int[] offsets = rows.offsets;
        int row = from;
        double sum = 0;
        // One loop over the relations of many rows: a loop for each row, most of them short, spends
        // more on beginning and ending than on its relations.
        int end = offsets[to];
        for (int e = offsets[from]; e < end; e++) {
            while (offsets[row + 1] == e) {
                next[row] = share(sum, totals[row]);
                sum = 0;
                row++;
            }
            sum += weights[e] * leads[targets[e]];
        }
        for (; row < to; row++) {
            next[row] = share(sum, totals[row]);
            sum = 0;
        }
    }

    private static float share(double sum, double total) {
        // Rounding may have made the sum the larger one.
        return total == 0 ? 0 : sum < total ? (float) (sum / total) : 1;
    }

    /// From 0 (no purchase leads below) to 1 (every one does); 0 for who buys nothing.
    public double share(int company) {
        return shares[company];
    }
}
