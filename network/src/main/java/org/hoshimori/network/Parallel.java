package org.hoshimori.network;

import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Splits work for every core; what comes out never depends on how it was split.
final class Parallel {
    private static final int SMALL = 1 << 15;

    /// Each group of a counting sort keeps one number a company.
    private static final int GROUPS = 8;

    /// Works on what is from one number up to, but without, another.
    interface Piece {
        void run(int from, int to);
    }

    private Parallel() {}

    /// Runs a piece of work on all rows, in pieces of about equally many relations; returns when
    /// all are done.
    static void rows(Adjacency rows, Piece piece) {
        rows(rows.offsets, piece);
    }

    /// As [#rows(Adjacency, Piece)], by where each row starts.
    static void rows(int[] offsets, Piece piece) {
        run(cuts(offsets, pieces(load(offsets))), piece);
    }

    /// Runs a piece of work on the numbers from 0.
    static void pieces(int all, Piece piece) {
        int[] cuts = new int[pieces(all) + 1];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = (int) ((long) all * i / (cuts.length - 1));
        }
        run(cuts, piece);
    }

    private static void run(int[] cuts, Piece piece) {
        each(cuts.length - 1, i -> piece.run(cuts[i], cuts[i + 1]));
    }

    /// Runs a piece of work for every number from 0.
    static void each(int count, IntConsumer work) {
        if (count == 1) {
            work.accept(0);
        } else {
            IntStream.range(0, count).parallel().forEach(work);
        }
    }

    private static int cores() {
        return ForkJoinPool.getCommonPoolParallelism() + 1;
    }

    private static int pieces(long load) {
        return load < SMALL ? 1 : 16 * cores();
    }

    /// Into how many groups a counting sort of so many is split.
    static int groups(long load) {
        return load < SMALL ? 1 : Math.min(GROUPS, cores());
    }

    /// The rows split into few groups of about equally many relations.
    static int[] cuts(int[] offsets) {
        return cuts(offsets, groups(load(offsets)));
    }

    /// The last step of a counting sort's plan. The counts become the places where each group puts
    /// its next one of a kind: groups in order, kinds in order.
    ///
    /// @param counts for each group, how many it has of each kind
    /// @param kind the kind that comes first, second, …
    /// @return where each kind starts, in that order; one more than there are kinds
    static int[] places(int[][] counts, IntUnaryOperator kind) {
        int kinds = counts[0].length;
        int[] starts = new int[kinds + 1];
        int at = 0;
        for (int i = 0; i < kinds; i++) {
            starts[i] = at;
            int which = kind.applyAsInt(i);
            for (int[] group : counts) {
                int count = group[which];
                group[which] = at;
                at = Math.addExact(at, count);
            }
        }
        starts[kinds] = at;
        return starts;
    }

    private static long load(int[] offsets) {
        return (long) offsets[offsets.length - 1] + offsets.length;
    }

    private static int[] cuts(int[] offsets, int pieces) {
        int[] cuts = new int[pieces + 1];
        for (int i = 1; i <= pieces; i++) {
            cuts[i] = cut(offsets, i, pieces);
        }
        return cuts;
    }

    /// The first company of which relations and companies before it make up this share of all.
    private static int cut(int[] offsets, int piece, int pieces) {
        if (piece == pieces) {
            return offsets.length - 1;
        }
        long wanted = load(offsets) * piece / pieces;
        int low = 0;
        int high = offsets.length - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if ((long) offsets[middle] + middle < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
