package org.hoshimori.network;

import java.util.Arrays;

/// The strongly connected cores: companies of one core all stand, directly or not, both behind and
/// before each other. O(companies + relations); Tarjan 1972, without recursion.
public final class Cores {
    private final int[] core;
    private final int[] sizes;
    private final int largest;

    private Cores(int[] core, int[] sizes) {
        this.core = core;
        this.sizes = sizes;
        int best = 0;
        for (int i = 1; i < sizes.length; i++) {
            if (sizes[i] > sizes[best]) {
                best = i;
            }
        }
        this.largest = best;
    }

    public static Cores of(Network network) {
        Adjacency out = network.suppliers;
        int n = network.companies();
        int[] core = new int[n];
        Arrays.fill(core, -1);
        int[] order = new int[n];
        int[] low = new int[n];
        int[] next = new int[n];
        int[] way = new int[n];
        int[] open = new int[n];
        int opened = 0;
        int met = 0;
        IntList sizes = new IntList(16);
        for (int root = 0; root < n; root++) {
            if (order[root] != 0) {
                continue;
            }
            int depth = 0;
            way[0] = root;
            order[root] = low[root] = ++met;
            next[root] = out.offsets[root];
            open[opened++] = root;
            while (depth >= 0) {
                int at = way[depth];
                if (next[at] < out.offsets[at + 1]) {
                    int target = out.targets[next[at]++];
                    if (order[target] == 0) {
                        order[target] = low[target] = ++met;
                        next[target] = out.offsets[target];
                        open[opened++] = target;
                        way[++depth] = target;
                    } else if (core[target] < 0) {
                        low[at] = Math.min(low[at], order[target]);
                    }
                } else {
                    if (low[at] == order[at]) {
                        int before = opened;
                        do {
                            core[open[--opened]] = sizes.size;
                        } while (open[opened] != at);
                        sizes.add(before - opened);
                    }
                    depth--;
                    if (depth >= 0) {
                        low[way[depth]] = Math.min(low[way[depth]], low[at]);
                    }
                }
            }
        }
        return new Cores(core, sizes.toArray());
    }

    /// How many cores there are, those of one company counted.
    public int count() {
        return sizes.length;
    }

    /// The core of a company, from 0; suppliers' cores come before their purchasers'.
    public int core(int company) {
        return core[company];
    }

    public int size(int coreNumber) {
        return sizes[coreNumber];
    }

    /// The core with most companies.
    public int largest() {
        return largest;
    }
}
