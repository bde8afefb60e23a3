package org.hoshimori.network;

import java.util.ArrayList;
import java.util.List;

/// Shortest paths from a purchaser to its suppliers: the proof of a tier.
public final class Paths {
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Network network;
    private final int[] tiers;

    Paths(Network network, Reached reached) {
        this.network = network;
        this.tiers = new int[network.companies()];
        java.util.Arrays.fill(tiers, NOWHERE);
        for (int tier = 0; tier <= reached.depth(); tier++) {
            for (int i = reached.start(tier); i < reached.end(tier); i++) {
                tiers[reached.order()[i]] = tier;
            }
        }
    }

    /// The purchaser first, the supplier last, each buying from the next; empty when the supplier
    /// is not within the tiers. Among equally short paths, the one over the lowest numbers.
    public List<Integer> to(int supplier) {
        List<Integer> path = new ArrayList<>();
        if (tiers[supplier] == NOWHERE) {
            return path;
        }
        int at = supplier;
        path.add(at);
        while (tiers[at] > 0) {
            at = before(at);
            path.addFirst(at);
        }
        return path;
    }

    private int before(int company) {
        Adjacency purchasers = network.purchasers;
        for (int e = purchasers.first(company); e < purchasers.end(company); e++) {
            if (tiers[purchasers.company(e)] == tiers[company] - 1) {
                return purchasers.company(e);
            }
        }
        throw new IllegalStateException("a company of a tier that nobody before it buys from");
    }
}
