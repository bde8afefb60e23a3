package org.hoshimori.network;

/// What a search found: companies in the order of their tiers.
///
/// @param order the source, then tier 1, tier 2, …
/// @param ends where each tier ends in `order`; tier 0 is the source alone
@SuppressWarnings("ArrayRecordComponent")
record Reached(int[] order, int[] ends) {
    /// The furthest tier with anybody in it.
    int depth() {
        return ends.length - 1;
    }

    int start(int tier) {
        return tier == 0 ? 0 : ends[tier - 1];
    }

    int end(int tier) {
        return ends[tier];
    }

    int count(int tier) {
        return end(tier) - start(tier);
    }

    /// All but the source.
    int others() {
        return order.length - 1;
    }
}
