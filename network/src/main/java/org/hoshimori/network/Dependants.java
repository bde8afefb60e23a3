package org.hoshimori.network;

/// Who depends on a company through tiers. Exact; costs the relations within the tiers.
public final class Dependants {
    private Dependants() {}

    /// Distinct companies that have this one as a supplier within the tiers.
    public static int count(Network network, int supplier, int depth) {
        int[] ends = Search.ofPurchasers(network).ends(supplier, depth);
        return ends[ends.length - 1] - 1;
    }
}
