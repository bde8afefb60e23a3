package org.hoshimori.network;

/// Suppliers that are a purchaser's only source of what an industry makes. Industries that are not
/// known do not count. O(companies + relations).
public final class SoleSources {
    private final int[] purchasers;
    private final long relations;

    private SoleSources(int[] purchasers, long relations) {
        this.purchasers = purchasers;
        this.relations = relations;
    }

    public static SoleSources of(Network network) {
        Adjacency rows = network.suppliers;
        Column industry = network.attributes.industry();
        int[] purchasers = new int[network.companies()];
        int[] seen = new int[industry.texts().size()];
        long relations = 0;
        for (int i = 0; i < network.companies(); i++) {
            for (int e = rows.first(i); e < rows.end(i); e++) {
                seen[industry.code(rows.targets[e])]++;
            }
            for (int e = rows.first(i); e < rows.end(i); e++) {
                int code = industry.code(rows.targets[e]);
                if (code != 0 && seen[code] == 1) {
                    purchasers[rows.targets[e]]++;
                    relations++;
                }
            }
            for (int e = rows.first(i); e < rows.end(i); e++) {
                seen[industry.code(rows.targets[e])] = 0;
            }
        }
        return new SoleSources(purchasers, relations);
    }

    /// How many purchasers have this company as their only source in its industry.
    public int purchasers(int supplier) {
        return purchasers[supplier];
    }

    /// All relations of that kind.
    public long relations() {
        return relations;
    }
}
