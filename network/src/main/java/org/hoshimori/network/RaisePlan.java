package org.hoshimori.network;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/// Which k suppliers below a level to raise first, so that as many purchasers as possible have a
/// raised company behind them within the tiers.
///
/// Greedy on coverage, which is monotone and submodular: never worse than 1 - 1/e (63 %) of the
/// best set of k (Nemhauser, Wolsey, Fisher 1978); lazy evaluation (Minoux 1978). [#atLeast()] is
/// the bound for this very network: no set of k covers more than what is covered plus the k largest
/// gains still open.
///
/// @param steps in the order to raise
/// @param covered purchasers that have one of them behind them
/// @param atLeast proven share of the best possible, 0.63 to 1
public record RaisePlan(List<Step> steps, int covered, double atLeast) {
    /// @param company to raise
    /// @param gained purchasers that had none of the earlier ones behind them
    public record Step(int company, int gained) {}

    private record Candidate(int company, long gain, int round) {}

    private static final double GREEDY = 1 - 1 / Math.E;

    public RaisePlan {
        steps = List.copyOf(steps);
    }

    /// @param count how many to raise, 0 or more
    /// @param depth tiers, 1 or more
    /// @param progress told how many candidates have been looked at closely
    public static RaisePlan of(
            Network network, int required, int count, int depth, IntConsumer progress) {
        Search search = Search.ofPurchasers(network);
        Marks covered = new Marks(network.companies());
        PriorityQueue<Candidate> open = open(network, required, depth);
        List<Step> steps = new ArrayList<>();
        int all = 0;
        int looked = 0;
        while (steps.size() < count && !open.isEmpty()) {
            Candidate best = open.remove();
            if (best.gain() == 0) {
                break;
            }
            Reached reached = search.from(best.company(), depth);
            progress.accept(++looked);
            if (best.round() == steps.size()) {
                for (int i = 1; i < reached.order().length; i++) {
                    covered.add(reached.order()[i]);
                }
                steps.add(new Step(best.company(), (int) best.gain()));
                all += (int) best.gain();
            } else {
                int gain = 0;
                for (int i = 1; i < reached.order().length; i++) {
                    gain += covered.has(reached.order()[i]) ? 0 : 1;
                }
                open.add(new Candidate(best.company(), gain, steps.size()));
            }
        }
        long further = 0;
        for (int i = 0; i < count && !open.isEmpty(); i++) {
            further += open.remove().gain();
        }
        double proven = all == 0 ? 1 : Math.max(GREEDY, all / (double) (all + further));
        return new RaisePlan(steps, all, proven);
    }

    /// All candidates with an upper bound of their gain: walks of purchasers, of which there are at
    /// least as many as distinct ones.
    private static PriorityQueue<Candidate> open(Network network, int required, int depth) {
        int n = network.companies();
        Adjacency rows = network.purchasers;
        long[] walks = new long[n];
        for (int tier = 0; tier < depth; tier++) {
            long[] last = walks;
            long[] next = new long[n];
            Parallel.rows(
                    rows,
                    (from, to) -> {
                        for (int i = from; i < to; i++) {
                            long sum = 0;
                            for (int e = rows.first(i); e < rows.end(i); e++) {
                                sum += 1 + last[rows.targets[e]];
                            }
                            next[i] = Math.min(n - 1, sum);
                        }
                    });
            walks = next;
        }
        PriorityQueue<Candidate> open =
                new PriorityQueue<>((a, b) ->
                        a.gain() != b.gain()
                                ? Long.compare(b.gain(), a.gain())
                                : Integer.compare(a.company(), b.company()));
        for (int i = 0; i < n; i++) {
            if (network.levels[i] < required && walks[i] > 0) {
                open.add(new Candidate(i, walks[i], -1));
            }
        }
        return open;
    }
}
