package org.hoshimori.network;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/// Splits rows into pieces of about equally many relations for every core.
final class Parallel {
    private static final int SMALL = 1 << 15;

    /// Works on the companies from one number up to, but without, another.
    interface Piece {
        void run(int from, int to);
    }

    private Parallel() {}

    /// Runs a piece of work on all rows; returns when all are done.
    static void rows(Adjacency rows, Piece piece) {
        int n = rows.companies();
        long load = (long) rows.relations() + n;
        if (load < SMALL) {
            piece.run(0, n);
            return;
        }
        int pieces = 16 * ForkJoinPool.getCommonPoolParallelism() + 16;
        IntStream.range(0, pieces)
                .parallel()
                .forEach(
                        i -> piece.run(cut(rows, load, i, pieces), cut(rows, load, i + 1, pieces)));
    }

    /// The first company of which relations and companies before it make up this share of all.
    private static int cut(Adjacency rows, long load, int piece, int pieces) {
        if (piece == pieces) {
            return rows.companies();
        }
        long wanted = load * piece / pieces;
        int low = 0;
        int high = rows.companies();
        while (low < high) {
            int middle = low + high >>> 1;
            if ((long) rows.offsets[middle] + middle < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
