package org.hoshimori.network;

import java.util.Arrays;

/// Sole gateways: company x dominates company y when every way from the root to y leads over x, so
/// that the stop of x cuts y off. Semi-NCA (Georgiadis 2005, after Lengauer and Tarjan 1979):
/// nearly O(companies + relations) in practice, and never recursive.
public final class Dominators {
    /// Nobody but the root.
    public static final int ROOT = -1;

    private static final int UNLINKED = -1;

    private final int[] place;
    private final int[] company;
    private final int[] gateway;
    private final int[] behind;

    private Dominators(int[] place, int[] company, int[] gateway) {
        this.place = place;
        this.company = company;
        this.gateway = gateway;
        this.behind = new int[gateway.length];
        for (int i = gateway.length - 1; i > 0; i--) {
            behind[gateway[i]] += behind[i] + 1;
        }
    }

    /// The gateways from a purchaser to the suppliers behind it.
    public static Dominators of(Network network, int purchaser) {
        return of(network.suppliers, network.purchasers, new int[] {purchaser});
    }

    /// The gateways of the nation: from those who depend on nobody to everyone they supply. The
    /// root supplies every company without suppliers, and every company of a core that nobody
    /// outside the core supplies.
    public static Dominators ofNation(Network network, Cores cores) {
        boolean[] supplied = new boolean[cores.count()];
        for (int i = 0; i < network.companies(); i++) {
            for (int e = network.suppliers.first(i); e < network.suppliers.end(i); e++) {
                if (cores.core(network.suppliers.targets[e]) != cores.core(i)) {
                    supplied[cores.core(i)] = true;
                }
            }
        }
        IntList entries = new IntList(1024);
        for (int i = 0; i < network.companies(); i++) {
            if (!supplied[cores.core(i)]) {
                entries.add(i);
            }
        }
        return of(network.purchasers, network.suppliers, entries.toArray());
    }

    /// @param entries where the root leads
    static Dominators of(Adjacency out, Adjacency in, int[] entries) {
        int n = out.companies();
        int[] place = new int[n];
        int[] company = new int[n + 1];
        int[] parent = new int[n + 1];
        int count = walk(out, entries, place, company, parent);
        int[] gateway = Arrays.copyOf(parent, count);
        int[] semi = new int[count];
        int[] label = new int[count];
        int[] ancestor = new int[count];
        Arrays.fill(ancestor, UNLINKED);
        Arrays.setAll(semi, i -> i);
        Arrays.setAll(label, i -> i);
        Marks entry = new Marks(n);
        for (int i : entries) {
            entry.add(i);
        }
        int[] way = new int[count];
        for (int w = count - 1; w > 0; w--) {
            int at = company[w];
            int best = entry.has(at) ? 0 : w;
            for (int e = in.offsets[at], end = in.offsets[at + 1]; e < end && best > 0; e++) {
                int v = place[in.targets[e]];
                if (v > 0) {
                    best =
                            Math.min(
                                    best,
                                    v < w ? v : semi[evaluate(v, label, ancestor, semi, way)]);
                }
            }
            semi[w] = best;
            // Linked: from now on w hangs below its parent.
            ancestor[w] = parent[w];
        }
        for (int w = 1; w < count; w++) {
            int g = gateway[w];
            while (g > semi[w]) {
                g = gateway[g];
            }
            gateway[w] = g;
        }
        return new Dominators(place, company, gateway);
    }

    /// The label with the least semidominator on the way up; shortens the way.
    private static int evaluate(int v, int[] label, int[] ancestor, int[] semi, int[] way) {
        int length = 0;
        int at = v;
        while (ancestor[at] != UNLINKED && ancestor[ancestor[at]] != UNLINKED) {
            way[length++] = at;
            at = ancestor[at];
        }
        while (length > 0) {
            int below = way[--length];
            int above = ancestor[below];
            if (semi[label[above]] < semi[label[below]]) {
                label[below] = label[above];
            }
            ancestor[below] = ancestor[above];
        }
        return label[v];
    }

    /// Numbers what the root reaches depth-first from 1; 0 is the root.
    private static int walk(
            Adjacency out, int[] entries, int[] place, int[] company, int[] parent) {
        int count = 1;
        int[] next = new int[place.length + 1];
        for (int entry : entries) {
            if (place[entry] != 0) {
                continue;
            }
            place[entry] = count;
            company[count] = entry;
            next[count] = out.offsets[entry];
            int at = count++;
            while (at != 0) {
                if (next[at] < out.offsets[company[at] + 1]) {
                    int target = out.targets[next[at]++];
                    if (place[target] == 0) {
                        place[target] = count;
                        company[count] = target;
                        parent[count] = at;
                        next[count] = out.offsets[target];
                        at = count++;
                    }
                } else {
                    at = parent[at];
                }
            }
        }
        return count;
    }

    /// Whether the root reaches a company at all.
    public boolean reached(int at) {
        return place[at] != 0;
    }

    /// The last company that every way from the root to this one leads over, or [#ROOT].
    public int gateway(int at) {
        int up = gateway[place[at]];
        return up == 0 ? ROOT : company[up];
    }

    /// How many companies are reached only over this one.
    public int behind(int at) {
        return place[at] == 0 ? 0 : behind[place[at]];
    }
}
