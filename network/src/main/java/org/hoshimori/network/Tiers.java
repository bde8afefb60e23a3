package org.hoshimori.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The suppliers of one purchaser, tier by tier: each company counts in its nearest tier only, and
/// the purchaser never. Exact. Costs as many steps as there are relations within the tiers.
public final class Tiers {
    private final Network network;
    private final int purchaser;
    private final int required;
    private final Reached reached;

    private Tiers(Network network, int purchaser, int required, Reached reached) {
        this.network = network;
        this.purchaser = purchaser;
        this.required = required;
        this.reached = reached;
    }

    /// @param depth the furthest tier asked for, 0 or more
    /// @param required the level below which a supplier counts as below
    public static Tiers of(Network network, int purchaser, int depth, int required) {
        return new Tiers(
                network, purchaser, required, Search.ofSuppliers(network).from(purchaser, depth));
    }

    public int purchaser() {
        return purchaser;
    }

    public int required() {
        return required;
    }

    /// Distinct suppliers in all tiers.
    public int suppliers() {
        return reached.others();
    }

    /// The tiers that have anybody in them, from 1.
    public List<Tier> tiers() {
        List<Tier> tiers = new ArrayList<>();
        for (int tier = 1; tier <= reached.depth(); tier++) {
            tiers.add(tier(tier));
        }
        return List.copyOf(tiers);
    }

    private Tier tier(int tier) {
        int[] counts = new int[Byte.MAX_VALUE + 1];
        int unlisted = 0;
        int[] order = reached.order().values;
        Marks listed = network.attributes.listed();
        for (int i = reached.start(tier); i < reached.end(tier); i++) {
            counts[network.levels[order[i]]]++;
            unlisted += listed.has(order[i]) ? 0 : 1;
        }
        SortedMap<Integer, Integer> byLevel = new TreeMap<>();
        int below = 0;
        for (int level = 0; level < counts.length; level++) {
            if (counts[level] > 0) {
                byLevel.put(level, counts[level]);
                below += level < required ? counts[level] : 0;
            }
        }
        return new Tier(
                tier,
                reached.count(tier),
                below,
                byLevel.firstKey(),
                Collections.unmodifiableSortedMap(byLevel),
                unlisted,
                unmet(tier));
    }

    private int unmet(int tier) {
        Adjacency relations = network.suppliers;
        if (relations.required.length == 0) {
            return 0;
        }
        Scratch scratch = network.scratch().borrow();
        Marks here = scratch.frontier;
        int[] order = reached.order().values;
        for (int i = reached.start(tier); i < reached.end(tier); i++) {
            here.add(order[i]);
        }
        int unmet = 0;
        for (int i = reached.start(tier - 1); i < reached.end(tier - 1); i++) {
            int end = relations.end(order[i]);
            for (int e = relations.first(order[i]); e < end; e++) {
                // Most require nothing, and then the supplier need not be looked at.
                int wanted = relations.required[e];
                if (wanted > 0) {
                    int supplier = relations.targets[e];
                    if (network.levels[supplier] < wanted && here.has(supplier)) {
                        unmet++;
                    }
                }
            }
        }
        for (int i = reached.start(tier); i < reached.end(tier); i++) {
            here.remove(order[i]);
        }
        network.scratch().giveBack(scratch);
        return unmet;
    }

    /// The companies of a tier, in no particular order; tier 0 is the purchaser.
    public IntStream company(int tier) {
        return tier > reached.depth()
                ? IntStream.empty()
                : IntStream.range(reached.start(tier), reached.end(tier))
                        .map(i -> reached.order().values[i]);
    }

    /// The companies of all tiers that are below the required level, nearest first.
    public IntStream below() {
        return IntStream.range(1, reached.order().size)
                .map(i -> reached.order().values[i])
                .filter(company -> network.levels[company] < required);
    }

    /// The paths that prove that companies stand where they are said to. O(companies) bytes once.
    public Paths paths() {
        return new Paths(network, reached);
    }
}
