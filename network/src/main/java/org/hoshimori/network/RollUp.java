package org.hoshimori.network;

/// Distinct companies within k tiers of every company at once, estimated by HyperLogLog sketches
/// (Flajolet et al. 2007) that are merged along relations (HyperANF; Boldi, Rosa, Vigna 2011).
///
/// With 256 registers a company the standard error is 1.04 / √256 = 6.5 %; small numbers (up to
/// about 640) are counted linearly and come out closer. Exact for one company: [Tiers] and
/// [Dependants]. A company that buys from itself over a cycle may count itself: at most 1 too many.
/// O(tiers · relations · 256 bytes) time, 512 bytes a company.
public final class RollUp {
    /// Standard error of an estimate, as a share of it.
    public static final double ERROR = 1.04 / 16;

    private static final int REGISTERS = 256;

    /// Registers lie as bytes in longs, so that eight are compared at once.
    private static final int WORDS = REGISTERS / 8;

    private static final long TOPS = 0x8080808080808080L;

    private final long[] sketches;
    private final int companies;

    private RollUp(long[] sketches, int companies) {
        this.sketches = sketches;
        this.companies = companies;
    }

    /// All suppliers within the tiers.
    public static RollUp ofSuppliers(Network network, int depth) {
        return of(network.suppliers, depth, Integer.MAX_VALUE, network.levels);
    }

    /// Only suppliers below a level.
    public static RollUp ofSuppliersBelow(Network network, int depth, int required) {
        return of(network.suppliers, depth, required, network.levels);
    }

    /// All companies that depend on a company within the tiers.
    public static RollUp ofDependants(Network network, int depth) {
        return of(network.purchasers, depth, Integer.MAX_VALUE, network.levels);
    }

    private static RollUp of(Adjacency rows, int depth, int below, byte[] levels) {
        int n = rows.companies();
        if (n > Integer.MAX_VALUE / WORDS) {
            throw new IllegalArgumentException("more companies than sketches can hold: " + n);
        }
        long[] here = new long[n * WORDS];
        long[] next = new long[n * WORDS];
        for (int tier = 1; tier <= depth; tier++) {
            long[] from = here;
            long[] to = next;
            boolean alone = tier == 1;
            Parallel.rows(
                    rows,
                    (first, end) -> {
                        for (int i = first; i < end; i++) {
                            merge(rows, i, from, to, alone, below, levels);
                        }
                    });
            here = to;
            next = from;
        }
        return new RollUp(here, n);
    }

    private static void merge(
            Adjacency rows,
            int i,
            long[] from,
            long[] to,
            boolean alone,
            int below,
            byte[] levels) {
        int at = i * WORDS;
        for (int w = 0; w < WORDS; w++) {
            to[at + w] = 0;
        }
        for (int e = rows.offsets[i], end = rows.offsets[i + 1]; e < end; e++) {
            int other = rows.targets[e];
            if (!alone) {
                union(from, other * WORDS, to, at);
            }
            if (levels[other] < below && other != i) {
                add(to, at, other);
            }
        }
    }

    private static void union(long[] from, int f, long[] to, int t) {
        for (int w = 0; w < WORDS; w++) {
            long a = from[f + w];
            long b = to[t + w];
            // The top bit of each byte tells whether a's register is at least b's.
            long d = (a | TOPS) - b & TOPS;
            long mask = (d << 1) - (d >>> 7);
            to[t + w] = a & mask | b & ~mask;
        }
    }

    private static void add(long[] to, int at, int company) {
        long hash = (company + 1) * 0x9e3779b97f4a7c15L;
        hash = (hash ^ hash >>> 32) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 29) * 0x94d049bb133111ebL;
        hash ^= hash >>> 32;
        int register = (int) hash & REGISTERS - 1;
        long rank = Long.numberOfLeadingZeros(hash) + 1;
        int shift = register % 8 * 8;
        int word = at + register / 8;
        if (rank > (to[word] >>> shift & 0x7f)) {
            to[word] = to[word] & ~(0xffL << shift) | rank << shift;
        }
    }

    /// About how many; see the class for how nearly.
    public double estimate(int company) {
        double sum = 0;
        int empty = 0;
        for (int w = 0; w < WORDS; w++) {
            long word = sketches[company * WORDS + w];
            for (int shift = 0; shift < 64; shift += 8) {
                int rank = (int) (word >>> shift) & 0x7f;
                sum += 1.0 / (1L << rank);
                empty += rank == 0 ? 1 : 0;
            }
        }
        double raw = 0.7213 / (1 + 1.079 / REGISTERS) * REGISTERS * REGISTERS / sum;
        return raw <= 2.5 * REGISTERS && empty > 0
                ? REGISTERS * Math.log((double) REGISTERS / empty)
                : raw;
    }

    public int companies() {
        return companies;
    }
}
