package org.hoshimori.network;

import java.util.Arrays;

/// Companies without which the network falls apart, whatever the direction of relations
/// (articulation points; Hopcroft and Tarjan 1973). O(companies + relations), without recursion.
public final class CutCompanies {
    private final int[] cutOff;
    private final int count;

    private CutCompanies(int[] cutOff) {
        this.cutOff = cutOff;
        this.count = (int) Arrays.stream(cutOff).filter(size -> size > 0).count();
    }

    public static CutCompanies of(Network network) {
        int n = network.companies();
        int[] order = new int[n];
        int[] low = new int[n];
        int[] size = new int[n];
        int[] next = new int[n];
        int[] parent = new int[n];
        int[] lost = new int[n];
        int[] largest = new int[n];
        int[] root = new int[n];
        int met = 0;
        for (int start = 0; start < n; start++) {
            if (order[start] != 0) {
                continue;
            }
            int at = start;
            parent[at] = -1;
            order[at] = low[at] = ++met;
            size[at] = 1;
            root[at] = start;
            while (at >= 0) {
                if (next[at] < degree(network, at)) {
                    int other = neighbour(network, at, next[at]++);
                    if (order[other] == 0) {
                        parent[other] = at;
                        root[other] = start;
                        order[other] = low[other] = ++met;
                        size[other] = 1;
                        at = other;
                    } else if (other != parent[at]) {
                        low[at] = Math.min(low[at], order[other]);
                    }
                } else {
                    int above = parent[at];
                    if (above >= 0) {
                        size[above] += size[at];
                        low[above] = Math.min(low[above], low[at]);
                        if (low[at] >= order[above]) {
                            lost[above] += size[at];
                            largest[above] = Math.max(largest[above], size[at]);
                        }
                    }
                    at = above;
                }
            }
        }
        int[] cutOff = new int[n];
        for (int i = 0; i < n; i++) {
            // What is not below it in the walk is one more piece; the largest piece is not cut off.
            int rest = size[root[i]] - 1 - lost[i];
            cutOff[i] = lost[i] + rest - Math.max(largest[i], rest);
        }
        return new CutCompanies(cutOff);
    }

    private static int degree(Network network, int company) {
        return network.suppliers.degree(company) + network.purchasers.degree(company);
    }

    private static int neighbour(Network network, int company, int i) {
        int suppliers = network.suppliers.degree(company);
        return i < suppliers
                ? network.suppliers.targets[network.suppliers.offsets[company] + i]
                : network.purchasers.targets[network.purchasers.offsets[company] + i - suppliers];
    }

    /// How many companies would no longer be connected with the largest piece that remains; 0 when
    /// the network holds together without this company.
    public int cutOff(int company) {
        return cutOff[company];
    }

    /// How many companies cut off at least one other.
    public int count() {
        return count;
    }
}
