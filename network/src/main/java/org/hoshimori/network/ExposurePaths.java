package org.hoshimori.network;

import java.util.ArrayList;
import java.util.List;

/// The exposure of one purchaser, tier by tier: what [Exposure] says of it, taken apart. Follows
/// only what the purchaser reaches: O(relations within the tiers), counted once for each tier that
/// walks over them. Exact up to rounding in 64 bits.
public final class ExposurePaths {
    /// @param tier from 1
    /// @param paths share of the purchases whose path has a company in this tier; paths that came
    ///   back to the purchaser count, too
    /// @param ending share of the purchases whose path has a company below the level at this tier
    /// @param met share of the purchases whose path has met a company below the level by this tier
    public record Step(int tier, double paths, double ending, double met) {}

    private ExposurePaths() {}

    public static List<Step> of(Network network, int purchaser, int depth, int required) {
        List<Step> steps = new ArrayList<>();
        Shares here = new Shares(16);
        here.add(purchaser, 1, 1);
        double met = 0;
        for (int tier = 1; tier <= depth && here.size() > 0; tier++) {
            Shares next = new Shares(here.size() * 2);
            for (int i = 0; i < here.size(); i++) {
                spread(network.suppliers, here, i, next);
            }
            double paths = 0;
            double ending = 0;
            for (int i = 0; i < next.size(); i++) {
                paths += next.all(i);
                if (network.levels[next.company(i)] < required) {
                    ending += next.all(i);
                    met += next.takeClean(i);
                }
            }
            if (next.size() > 0) {
                steps.add(new Step(tier, paths, ending, met));
            }
            here = next;
        }
        return List.copyOf(steps);
    }

    private static void spread(Adjacency rows, Shares here, int i, Shares next) {
        int company = here.company(i);
        double sum = 0;
        for (int e = rows.first(company); e < rows.end(company); e++) {
            sum += rows.weights[e];
        }
        if (sum > 0) {
            for (int e = rows.first(company); e < rows.end(company); e++) {
                double share = rows.weights[e] / sum;
                if (share > 0) {
                    next.add(rows.targets[e], here.all(i) * share, here.clean(i) * share);
                }
            }
        }
    }
}
