package org.hoshimori.network;

import java.util.concurrent.ConcurrentLinkedQueue;

/// Working memory of one search, lent and given back clean, so that a small question never pays for
/// the size of the nation.
final class Scratch {
    final Marks seen;
    final Marks frontier;

    private Scratch(int companies) {
        seen = new Marks(companies);
        frontier = new Marks(companies);
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

        /// Takes back a scratch in which only these companies may be marked as seen, and none as
        /// frontier.
        void giveBack(Scratch scratch, IntList seen) {
            if (seen.size > companies >> 6) {
                scratch.seen.clear();
            } else {
                for (int i = 0; i < seen.size; i++) {
                    scratch.seen.remove(seen.get(i));
                }
            }
            giveBack(scratch);
        }

        /// Takes back a scratch in which nothing is marked.
        void giveBack(Scratch scratch) {
            idle.add(scratch);
        }
    }
}
