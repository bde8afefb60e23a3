package org.hoshimori.bench.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.hoshimori.network.Cascade;
import org.hoshimori.network.Cores;
import org.hoshimori.network.CutCompanies;
import org.hoshimori.network.Delta;
import org.hoshimori.network.Dependants;
import org.hoshimori.network.Dominators;
import org.hoshimori.network.Exposure;
import org.hoshimori.network.Network;
import org.hoshimori.network.Production;
import org.hoshimori.network.RaisePlan;
import org.hoshimori.network.RollUp;
import org.hoshimori.network.Shock;
import org.hoshimori.network.ShockModel;
import org.hoshimori.network.SoleSources;
import org.hoshimori.network.Tiers;
import org.hoshimori.network.Top;

/// Every question over networks of growing size: a row for each question, a column for each size.
final class Curve {
    private static final int RANDOM = 101;
    private static final int SAMPLE = 4000;
    private static final double PRUNING = 1e-5;

    private final List<String> sizes = new ArrayList<>();
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    void add(Network network) {
        int n = network.companies();
        System.err.printf("curve: %,d%n", n);
        sizes.add("%,d / %,d".formatted(n, network.relations()));
        int hub = Top.of(n, 1, i -> network.suppliers().degree(i))[0];
        int seller = Top.of(n, 1, i -> network.purchasers().degree(i))[0];
        SplittableRandom random = new SplittableRandom(NetworkBench.SEED);
        int[] buyers =
                IntStream.generate(() -> random.nextInt(n))
                        .filter(i -> network.suppliers().degree(i) > 0)
                        .limit(RANDOM)
                        .toArray();
        put(
                "tiers of the hub, k = 6, ms",
                Clock.median(() -> Tiers.of(network, hub, 6, 3).tiers()));
        put(
                "tiers of the median purchaser, k = 3, µs",
                1000 * median(IntStream.of(buyers).mapToDouble(i -> tiers(network, i))));
        double exposure = Clock.median(() -> Exposure.of(network, 3, 3));
        put("exposure of all, 3 tiers, ms", exposure);
        double speed = 3.0 * network.relations() / exposure / 1000;
        put("… million relations a second", speed);
        double gather = Floor.gather(network);
        put("… share of the gather alone, %", 300 * gather / exposure);
        put(
                "… share of the floor, gather and rows, %",
                300 * (gather + Floor.rows(network)) / exposure);
        put("… share of a plain copy, %", 100 * speed * 8e6 / Floor.copy());
        put("roll-up of all, 3 tiers, ms", Clock.median(() -> RollUp.ofSuppliers(network, 3)));
        put("… root mean square error, %", 100 * error(network, buyers));
        Cores cores = Cores.of(network);
        put("cores, ms", Clock.median(() -> Cores.of(network)));
        put(
                "dominators of the nation, ms",
                Clock.median(() -> Dominators.ofNation(network, cores)));
        put("cut companies, ms", Clock.median(() -> CutCompanies.of(network)));
        put("sole sources, ms", Clock.median(() -> SoleSources.of(network)));
        put(
                "dependants of the top seller, 3 tiers, ms",
                Clock.median(() -> Dependants.count(network, seller, 3)));
        shocks(network, buyers, seller);
        put(
                "ten to raise, 2 tiers, ms",
                Clock.median(() -> RaisePlan.of(network, 3, 10, 2, _ -> {})));
        String a = network.name(buyers[0]);
        String b = network.name(hub);
        put("a delta, ms", Clock.median(() -> network.after(new Delta().relate(a, b, 1, 0, 0))));
        // Counted from the arrays that a network is: see Adjacency.
        put("memory, bytes a relation", 19 + 8.0 * n / network.relations());
    }

    /// The median of five for one purchaser, in milliseconds.
    private static double tiers(Network network, int purchaser) {
        return median(
                IntStream.range(0, 5)
                        .mapToDouble(
                                _ -> Clock.once(() -> Tiers.of(network, purchaser, 3, 3).tiers())));
    }

    private void shocks(Network network, int[] some, int seller) {
        ShockModel model = new ShockModel(network, Production.LEONTIEF);
        put(
                "ESRI model, once, ms",
                Clock.median(() -> new ShockModel(network, Production.LEONTIEF)));
        Cascade cascade = model.cascade(1e-6);
        // The bound of what pruning costs is computed once for a network.
        cascade.stop(seller);
        put(
                "ESRI of a random company, median, ms",
                median(IntStream.of(some).mapToDouble(i -> Clock.once(() -> cascade.stop(i)))));
        put("ESRI of the top seller, ms", Clock.median(() -> cascade.stop(seller)));
        int n = network.companies();
        SplittableRandom random = new SplittableRandom(NetworkBench.SEED);
        int[] sample = random.ints(Math.min(n, SAMPLE), 0, n).toArray();
        ConcurrentLinkedQueue<Cascade> idle = new ConcurrentLinkedQueue<>();
        double time =
                Clock.once(() ->
                        IntStream.of(sample)
                                .parallel()
                                .mapToObj(i -> {
                                    Cascade waiting = idle.poll();
                                    Cascade one =
                                            waiting == null ? model.cascade(PRUNING) : waiting;
                                    Shock shock = one.stop(i);
                                    idle.add(one);
                                    return shock;
                                })
                                .mapToDouble(Shock::index)
                                .sum());
        put("ESRI of all (from a sample, pruned at 10⁻⁵), s", time / sample.length * n / 1000);
    }

    private static double error(Network network, int[] some) {
        RollUp estimates = RollUp.ofSuppliers(network, 3);
        double sum = 0;
        for (int i : some) {
            double exact = Tiers.of(network, i, 3, 3).suppliers();
            double off = (estimates.estimate(i) - exact) / exact;
            sum += off * off;
        }
        return Math.sqrt(sum / some.length);
    }

    private static double median(java.util.stream.DoubleStream times) {
        double[] sorted = times.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void put(String row, double value) {
        rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(new Clock.Time(value, 5).toString());
    }

    void print() {
        System.out.println();
        System.out.println("| companies / relations | " + String.join(" | ", sizes) + " |");
        System.out.println("|---|" + "---|".repeat(sizes.size()));
        rows.forEach((row, cells) ->
                System.out.println("| " + row + " | " + String.join(" | ", cells) + " |"));
    }
}
