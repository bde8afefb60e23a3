package org.hoshimori.network;

import java.util.concurrent.ConcurrentLinkedQueue;

/// Working memory of one search, lent and given back clean, so that a small question never pays for
/// the size of the nation.
final class Scratch {
    final Marks seen;
    final Marks frontier;

    /// Need not be clean.
    final Marks found;

    /// Who was found, in their order: what a search keeps is copied out once, and new memory, which
    /// the system hands out slowly, is asked for only once, too.
    final IntList order = new IntList(64);

    /// Keeps the compiler from leaving out looks whose only use is that the caches know them.
    int touched;

    private Scratch(int companies) {
        seen = new Marks(companies);
        frontier = new Marks(companies);
        found = new Marks(companies);
    }

    /// Lends scratches of one network's size.
    static final class Pool {
        private final int companies;
        private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();

        Pool(int companies) {
            this.companies = companies;
        }

        Scratch borrow() {
            Scratch scratch = idle.poll();
            return scratch == null ? new Scratch(companies) : scratch;
        }

        /// Takes back a scratch in which only who stands in its order may be marked as seen, and
        /// nobody as frontier.
        void giveBack(Scratch scratch) {
            giveBack(scratch, scratch.order.values, scratch.order.size);
        }

        /// The same when others may be marked as seen.
        ///
        /// @param count how many of them, from the first
        void giveBack(Scratch scratch, int[] seen, int count) {
            scratch.seen.removeAll(seen, 0, count);
            scratch.order.size = 0;
            idle.add(scratch);
        }
    }
}
