package org.hoshimori.network;

/// How the network lies around its largest core (Broder et al. 2000; for Japan Chakraborty et al.
/// 2018, who call it a walnut). O(companies + relations).
///
/// @param core companies of the largest core
/// @param upstream companies from which goods reach the core, outside it (IN)
/// @param downstream companies that goods from the core reach, outside it (OUT)
/// @param aside all others
public record BowTie(int core, int upstream, int downstream, int aside) {
    public static BowTie of(Network network, Cores cores) {
        if (network.companies() == 0) {
            return new BowTie(0, 0, 0, 0);
        }
        int core = cores.size(cores.largest());
        int upstream = beyond(network, cores, network.suppliers) - core;
        int downstream = beyond(network, cores, network.purchasers) - core;
        return new BowTie(
                core, upstream, downstream, network.companies() - core - upstream - downstream);
    }

    private static int beyond(Network network, Cores cores, Adjacency out) {
        Marks seen = new Marks(network.companies());
        IntList queue = new IntList(1024);
        for (int i = 0; i < network.companies(); i++) {
            if (cores.core(i) == cores.largest()) {
                seen.add(i);
                queue.add(i);
            }
        }
        for (int i = 0; i < queue.size; i++) {
            int company = queue.values[i];
            for (int e = out.first(company); e < out.end(company); e++) {
                if (seen.addNew(out.targets[e])) {
                    queue.add(out.targets[e]);
                }
            }
        }
        return queue.size;
    }
}
