package org.hoshimori.network;

/// Breadth-first search that turns around when the frontier is large: instead of asking every
/// company of the frontier for its neighbours, it asks every company not yet seen whether it has a
/// neighbour in the frontier, and stops at the first (Beamer, Asanovic, Patterson 2012).
/// O(companies and relations within the tiers).
final class Search {
    /// Turn when the frontier's relations are more than this part of those not yet seen ...
    private static final int TURN = 14;

    /// ... and back when the frontier is less than this part of all companies.
    private static final int BACK = 24;

    /// Companies whose rows are asked for at once.
    private static final int TOGETHER = 64;

    private final Adjacency out;
    private final Adjacency in;
    private final Scratch.Pool pool;

    /// @param out the relations to follow
    /// @param in the same relations from the other side
    Search(Adjacency out, Adjacency in, Scratch.Pool pool) {
        this.out = out;
        this.in = in;
        this.pool = pool;
    }

    /// Who stands behind a company.
    static Search ofSuppliers(Network network) {
        return new Search(network.suppliers, network.purchasers, network.scratch());
    }

    /// Who stands before a company.
    static Search ofPurchasers(Network network) {
        return new Search(network.purchasers, network.suppliers, network.scratch());
    }

    /// Everyone within `depth` steps by the nearest tier; tier 0 is the source.
    ///
    /// @param depth 0 or more
    Reached from(int source, int depth) {
        Scratch scratch = pool.borrow();
        int[] ends = search(scratch, source, depth);
        Reached reached = new Reached(scratch.order.toArray(), ends);
        pool.giveBack(scratch);
        return reached;
    }

    /// Where each tier would end in [Reached#order]: only counted, nobody is kept.
    int[] ends(int source, int depth) {
        Scratch scratch = pool.borrow();
        int[] ends = search(scratch, source, depth);
        pool.giveBack(scratch);
        return ends;
    }

    private int[] search(Scratch scratch, int source, int depth) {
        IntList order = scratch.order;
        IntList ends = new IntList(8);
        order.add(source);
        scratch.seen.add(source);
        ends.add(1);
        long unseen = out.relations() - out.degree(source);
        long ahead = out.degree(source);
        boolean turned = false;
        for (int tier = 1; tier <= depth; tier++) {
            int from = tier == 1 ? 0 : ends.get(tier - 2);
            int to = order.size;
            turned =
                    turned
                            ? to - from > out.companies() / BACK
                            : ahead > unseen / TURN && to - from > out.companies() >>> 10;
            if (turned) {
                backward(scratch, order, from, to);
            } else {
                forward(scratch, order, from, to);
            }
            if (order.size == to) {
                break;
            }
            ends.add(order.size);
            if (tier < depth) {
                ahead = 0;
                for (int i = to; i < order.size; i++) {
                    ahead += out.degree(order.values[i]);
                }
                unseen -= ahead;
            }
        }
        return ends.toArray();
    }

    private void forward(Scratch scratch, IntList order, int from, int to) {
        for (int start = from; start < to; start += TOGETHER) {
            int end = Math.min(to, start + TOGETHER);
            scratch.touched = touch(order.values, start, end);
            neighbours(scratch.seen.words, order, start, end);
        }
    }

    /// Looks where the rows of some companies begin: none of these looks waits for another, and the
    /// rows are in the caches when they are read.
    private int touch(int[] companies, int from, int to) {
        int[] targets = out.targets;
        int touched = 0;
        for (int i = from; i < to; i++) {
            int first = out.offsets[companies[i]];
            touched ^= first < targets.length ? targets[first] : 0;
        }
        return touched;
    }

    private void neighbours(long[] seen, IntList order, int from, int to) {
        int[] targets = out.targets;
        for (int i = from; i < to; i++) {
            int company = order.values[i];
            int first = out.offsets[company];
            int end = out.offsets[company + 1];
            int[] found = order.room(end - first);
            int size = order.size;
            for (int e = first; e < end; e++) {
                int next = targets[e];
                // Without a branch: who is new cannot be foreseen.
                long word = seen[next >>> 6];
                seen[next >>> 6] = word | 1L << next;
                found[size] = next;
                size += (int) (~word >>> next & 1);
            }
            order.size = size;
        }
    }

    private void backward(Scratch scratch, IntList order, int from, int to) {
        Marks frontier = scratch.frontier;
        for (int i = from; i < to; i++) {
            frontier.add(order.values[i]);
        }
        long[] seen = scratch.seen.words;
        long[] found = scratch.found.words;
        // Every core asks for the words of companies that begin in its piece.
        Parallel.rows(
                in,
                (first, end) -> {
                    for (int w = first + 63 >>> 6; w < end + 63 >>> 6; w++) {
                        found[w] = behind(frontier, w, ~seen[w]);
                    }
                });
        for (int w = 0; w < found.length; w++) {
            int[] values = order.room(Long.SIZE);
            for (long open = found[w]; open != 0; open &= open - 1) {
                values[order.size++] = (w << 6) + Long.numberOfTrailingZeros(open);
            }
            seen[w] |= found[w];
        }
        frontier.removeAll(order.values, from, to);
    }

    /// Those of up to 64 companies that have a neighbour in the frontier.
    private long behind(Marks frontier, int word, long asked) {
        long found = 0;
        for (long open = asked; open != 0; open &= open - 1) {
            int company = (word << 6) + Long.numberOfTrailingZeros(open);
            if (company >= in.companies()) {
                break;
            }
            for (int e = in.offsets[company], end = in.offsets[company + 1]; e < end; e++) {
                if (frontier.has(in.targets[e])) {
                    found |= open & -open;
                    break;
                }
            }
        }
        return found;
    }
}
