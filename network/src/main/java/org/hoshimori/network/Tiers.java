package org.hoshimori.network;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The suppliers of one purchaser, tier by tier: each company counts in its nearest tier only, and
/// the purchaser never. Exact. Costs as many steps as there are relations within the tiers.
public final class Tiers {
    private static final int LANES = 4;

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

    /// Only how many distinct suppliers each tier has, from tier 1, as far as there are any: nobody
    /// is kept, which takes a fraction of the memory.
    public static List<Integer> sizes(Network network, int purchaser, int depth) {
        int[] ends = Search.ofSuppliers(network).ends(purchaser, depth);
        return IntStream.range(1, ends.length).mapToObj(i -> ends[i] - ends[i - 1]).toList();
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
        int[] unmet = unmet();
        return IntStream.rangeClosed(1, reached.depth())
                .mapToObj(tier -> tier(tier, unmet[tier]))
                .toList();
    }

    private Tier tier(int tier, int unmet) {
        int[] counts = levels(tier);
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
                unlisted(tier),
                unmet);
    }

    /// How many companies of a tier hold each level.
    private int[] levels(int tier) {
        int[] order = reached.order();
        byte[] levels = network.levels;
        int all = Byte.MAX_VALUE + 1;
        // Most hold the same level: one count would wait for itself at every company, four do not.
        int[] lanes = new int[LANES * all];
        for (int i = reached.start(tier); i < reached.end(tier); i++) {
            lanes[(i & LANES - 1) * all + levels[order[i]]]++;
        }
        int[] counts = new int[all];
        for (int i = 0; i < lanes.length; i++) {
            counts[i % all] += lanes[i];
        }
        return counts;
    }

    private int unlisted(int tier) {
        if (network.counts().unlisted() == 0) {
            return 0;
        }
        int unlisted = 0;
        Marks listed = network.attributes.listed();
        for (int i = reached.start(tier); i < reached.end(tier); i++) {
            unlisted += listed.has(reached.order()[i]) ? 0 : 1;
        }
        return unlisted;
    }

    /// For each tier, the relations into it from the tier before whose own required level the
    /// supplier does not hold.
    private int[] unmet() {
        int[] unmet = new int[reached.depth() + 1];
        if (network.suppliers.required.length == 0) {
            return unmet;
        }
        Scratch scratch = network.scratch().borrow();
        // Suppliers of a tier are in the next one unless they are in this one or an earlier one.
        Marks before = scratch.seen;
        int[] order = reached.order();
        for (int tier = 1; tier <= reached.depth(); tier++) {
            for (int i = reached.start(tier - 1); i < reached.end(tier - 1); i++) {
                before.add(order[i]);
            }
            for (int i = reached.start(tier - 1); i < reached.end(tier - 1); i++) {
                unmet[tier] += unmet(order[i], before);
            }
        }
        network.scratch().giveBack(scratch, reached.order(), reached.start(reached.depth()));
        return unmet;
    }

    private int unmet(int purchaser, Marks before) {
        Adjacency relations = network.suppliers;
        int unmet = 0;
        for (int e = relations.first(purchaser), end = relations.end(purchaser); e < end; e++) {
            int supplier = relations.targets[e];
            // Without a branch: which relations require a level cannot be foreseen.
            int lacking = network.levels[supplier] - relations.required[e] >>> 31;
            unmet += lacking & (int) ~(before.words[supplier >>> 6] >>> supplier);
        }
        return unmet;
    }

    /// The companies of a tier, in no particular order; tier 0 is the purchaser.
    public IntStream company(int tier) {
        return tier > reached.depth()
                ? IntStream.empty()
                : IntStream.range(reached.start(tier), reached.end(tier))
                        .map(i -> reached.order()[i]);
    }

    /// The companies of all tiers that are below the required level, nearest first.
    public IntStream below() {
        return IntStream.range(1, reached.order().length)
                .map(i -> reached.order()[i])
                .filter(company -> network.levels[company] < required);
    }

    /// The paths that prove that companies stand where they are said to. O(companies) bytes once.
    public Paths paths() {
        return new Paths(network, reached);
    }
}
