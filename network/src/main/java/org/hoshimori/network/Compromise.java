package org.hoshimori.network;

import java.util.Collection;

/// How far a compromise reaches: from a company that is broken into, to every purchaser whose
/// systems it reaches into ([Dependence#ACCESS]), and on from there. O(relations of those reached).
///
/// @param companies reached, without those broken into at first
/// @param furthest steps to the last of them
/// @param reached their numbers, nearest first
public record Compromise(int companies, int furthest, java.util.List<Integer> reached) {
    public Compromise {
        reached = java.util.List.copyOf(reached);
    }

    public static Compromise of(Network network, Collection<Integer> broken) {
        Adjacency purchasers = network.purchasers;
        Marks seen = new Marks(network.companies());
        IntList queue = new IntList(64);
        for (int company : broken) {
            if (seen.addNew(company)) {
                queue.add(company);
            }
        }
        int start = queue.size;
        int furthest = 0;
        int tierEnd = start;
        for (int i = 0; i < queue.size; i++) {
            if (i == tierEnd) {
                furthest++;
                tierEnd = queue.size;
            }
            int company = queue.values[i];
            for (int e = purchasers.first(company); e < purchasers.end(company); e++) {
                if ((purchasers.kinds[e] & Dependence.ACCESS.bit()) != 0
                        && seen.addNew(purchasers.targets[e])) {
                    queue.add(purchasers.targets[e]);
                }
            }
        }
        return new Compromise(
                queue.size - start,
                queue.size == start ? 0 : furthest,
                java.util.Arrays.stream(queue.values, start, queue.size).boxed().toList());
    }

    /// Whether the network knows any access relation at all.
    public static boolean known(Network network) {
        for (byte kind : network.suppliers.kinds) {
            if ((kind & Dependence.ACCESS.bit()) != 0) {
                return true;
            }
        }
        return false;
    }
}
