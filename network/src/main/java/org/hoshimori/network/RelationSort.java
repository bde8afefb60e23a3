package org.hoshimori.network;

import java.util.List;

/// Sorts relations told in any order into rows without doubles: one counting sort by purchaser,
/// then each row by supplier. O(companies + relations) in practice, on every core.
final class RelationSort {
    /// What a group of pieces was found to hold.
    private static final class Group {
        final int[] bought;
        final int[] sold;
        long self;

        Group(int companies) {
            bought = new int[companies];
            sold = new int[companies];
        }

        void count(List<RelationBatch.Piece> pieces) {
            for (RelationBatch.Piece piece : pieces) {
                piece.learn();
                int[] pairs = piece.pairs;
                for (int i = 0; i < 2 * piece.size; i += 2) {
                    if (pairs[i] == pairs[i + 1]) {
                        self++;
                    } else {
                        bought[pairs[i]]++;
                        sold[pairs[i + 1]]++;
                    }
                }
            }
        }
    }

    private final List<RelationBatch.Piece> pieces;
    private final Group[] groups;
    private final long all;

    /// @param pieces in the order in which they were told
    RelationSort(List<RelationBatch.Piece> pieces, int companies) {
        this.pieces = pieces;
        all = pieces.stream().mapToLong(piece -> piece.size).sum();
        groups = new Group[Math.clamp(pieces.size(), 1, Parallel.groups(all + companies))];
        Parallel.each(
                groups.length,
                g -> {
                    groups[g] = new Group(companies);
                    groups[g].count(part(g));
                });
    }

    private List<RelationBatch.Piece> part(int group) {
        return pieces.subList(
                pieces.size() * group / groups.length, pieces.size() * (group + 1) / groups.length);
    }

    /// How many relations name each company as supplier.
    int[] popularity() {
        int[] popularity = groups[0].sold;
        for (int g = 1; g < groups.length; g++) {
            for (int i = 0; i < popularity.length; i++) {
                popularity[i] += groups[g].sold[i];
            }
        }
        return popularity;
    }

    /// Relations told, doubles included and self-supply not.
    long told() {
        return all - selfSupply();
    }

    /// Relations of a company with itself.
    long selfSupply() {
        long self = 0;
        for (Group group : groups) {
            self += group.self;
        }
        return self;
    }

    /// Rows of purchasers, each in order of the supplier, a doubled relation once: weights added in
    /// the order told, kinds joined, the higher required level. May be asked once.
    ///
    /// @param order the old number of each company
    /// @param number the new number of each company
    Adjacency byPurchaser(int[] order, int[] number) {
        int[][] next = new int[groups.length][];
        for (int g = 0; g < next.length; g++) {
            next[g] = groups[g].bought;
        }
        int[] offsets = Parallel.places(next, i -> order[i]);
        SortedRows rows = new SortedRows(offsets);
        Parallel.each(
                groups.length,
                g -> {
                    for (RelationBatch.Piece piece : part(g)) {
                        int[] pairs = piece.pairs;
                        for (int i = 0; i < piece.size; i++) {
                            int purchaser = pairs[2 * i];
                            int supplier = pairs[2 * i + 1];
                            if (purchaser != supplier) {
                                rows.put(
                                        next[g][purchaser]++,
                                        number[supplier],
                                        piece.weights[i],
                                        piece.kinds[i],
                                        piece.required[i]);
                            }
                        }
                    }
                });
        return rows.sorted();
    }
}
