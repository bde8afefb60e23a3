package org.hoshimori.network.nation;

/// Which nation to make up. The same plan gives the same nation, relation by relation.
///
/// @param seed any number
/// @param companies from 1
/// @param relations about how many; doubled draws are left out, so a few per cent fewer come
public record NationPlan(long seed, int companies, long relations) {
    private static final long MOST = 1L << 30;

    /// @throws IllegalArgumentException when no nation is like that
    public NationPlan {
        if (companies < 1 || relations < 0 || relations > MOST) {
            throw new IllegalArgumentException(
                    "companies from 1, relations from 0 to 2^30: " + companies + ", " + relations);
        }
    }

    /// What credit bureaus know: about one million firms and five million relations.
    public static NationPlan bureau(long seed) {
        return new NationPlan(seed, 1_000_000, 5_000_000);
    }

    /// The whole nation: about 3.6 million companies and 20 million relations.
    public static NationPlan whole(long seed) {
        return new NationPlan(seed, 3_600_000, 20_000_000);
    }
}
