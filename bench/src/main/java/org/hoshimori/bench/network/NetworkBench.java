package org.hoshimori.bench.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hoshimori.network.Cores;
import org.hoshimori.network.CutCompanies;
import org.hoshimori.network.Delta;
import org.hoshimori.network.Dominators;
import org.hoshimori.network.Exposure;
import org.hoshimori.network.Network;
import org.hoshimori.network.Production;
import org.hoshimori.network.RollUp;
import org.hoshimori.network.ShockModel;
import org.hoshimori.network.SnapshotFile;
import org.hoshimori.network.Tier;
import org.hoshimori.network.Tiers;
import org.hoshimori.network.Top;
import org.hoshimori.network.file.BadRows;
import org.hoshimori.network.file.Loaded;
import org.hoshimori.network.file.NetworkFiles;
import org.hoshimori.network.nation.Nation;
import org.hoshimori.network.nation.NationFiles;
import org.hoshimori.network.nation.NationPlan;

/// Prints the network's tables of docs/reference/performance.md: the curve from small to large, and
/// the ratios to other engines, whose answers must be the same.
final class NetworkBench {
    private static final int SEED = 7;
    private static final int RANDOM = 101;

    private NetworkBench() {}

    /// @param args the scratch folder, then anything to stay at a million companies
    public static void main(String[] args) throws SQLException, IOException {
        boolean quick = args.length > 1;
        System.out.println(
                "| companies / relations | tiers k=6 hub ms | k=3 median µs | exposure 3 tiers ms | Mrelations/s | of gather % | roll-up 3 tiers ms | cores ms | dominators ms | cut companies ms | ESRI random median ms | ESRI top ms | delta ms | bytes a relation |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (int companies : new int[] {2000, 20_000, 200_000, 1_000_000, 3_600_000}) {
            if (quick && companies > 1_000_000) {
                break;
            }
            long relations = companies == 3_600_000 ? 21_000_000 : 5L * companies;
            Network network = new Nation(new NationPlan(SEED, companies, relations)).network();
            curve(network);
            if (companies == 1_000_000) {
                beside(network, Path.of(args[0]));
            }
        }
    }

    private static void curve(Network network) {
        int n = network.companies();
        int hub = Top.of(n, 1, i -> network.suppliers().degree(i))[0];
        double six = Clock.median(() -> Tiers.of(network, hub, 6, 3).tiers());
        SplittableRandom random = new SplittableRandom(SEED);
        int[] some =
                IntStream.generate(() -> random.nextInt(n))
                        .filter(i -> network.suppliers().degree(i) > 0)
                        .limit(RANDOM)
                        .toArray();
        double[] three =
                IntStream.of(some)
                        .mapToDouble(i -> Clock.median(() -> Tiers.of(network, i, 3, 3).tiers()))
                        .sorted()
                        .toArray();
        double exposure = Clock.median(() -> Exposure.of(network, 3, 3));
        double speed = 3.0 * network.relations() / exposure / 1000;
        double gather = gather(network);
        double rollUp = Clock.median(() -> RollUp.ofSuppliers(network, 3));
        double cores = Clock.median(() -> Cores.of(network));
        Cores known = Cores.of(network);
        double dominators = Clock.median(() -> Dominators.ofNation(network, known));
        double cuts = Clock.median(() -> CutCompanies.of(network));
        ShockModel model = new ShockModel(network, Production.LEONTIEF);
        var cascade = model.cascade(1e-6);
        cascade.stop(hub);
        double[] shocks =
                IntStream.of(some)
                        .mapToDouble(i -> Clock.once(() -> cascade.stop(i)))
                        .sorted()
                        .toArray();
        int seller = Top.of(n, 1, i -> network.purchasers().degree(i))[0];
        double top = Clock.once(() -> cascade.stop(seller));
        String a = network.name(some[0]);
        String b = network.name(hub);
        double delta = Clock.median(() -> network.after(new Delta().relate(a, b, 1, 0, 0)));
        // Counted from the arrays that a network is: see Adjacency.
        double bytes = 19 + 8.0 * n / network.relations();
        System.out.printf(
                "| %,d / %,d | %.2f | %.1f | %.2f | %.0f | %.0f | %.0f | %.1f | %.1f | %.1f | %.3f | %.1f | %.1f | %.1f |%n",
                n,
                network.relations(),
                six,
                1000 * three[three.length / 2],
                exposure,
                speed,
                100 * speed / gather,
                rollUp,
                cores,
                dominators,
                cuts,
                shocks[shocks.length / 2],
                top,
                delta,
                bytes);
    }

    /// The floor of a step over relations: reading targets and weights in a row and one number at
    /// random for each, on every core, without rows.
    private static double gather(Network network) {
        int m = network.relations();
        int[] targets = new int[m];
        float[] weights = new float[m];
        float[] values = new float[network.companies()];
        for (int i = 0, e = 0; i < network.companies(); i++) {
            for (int r = network.suppliers().first(i); r < network.suppliers().end(i); r++, e++) {
                targets[e] = network.suppliers().company(r);
                weights[e] = network.suppliers().weight(r);
            }
        }
        int pieces = 32;
        double time =
                Clock.median(() ->
                        IntStream.range(0, pieces)
                                .parallel()
                                .mapToDouble(p -> {
                                    float sum = 0;
                                    int end = (int) ((long) m * (p + 1) / pieces);
                                    for (int e = (int) ((long) m * p / pieces); e < end; e++) {
                                        sum += weights[e] * values[targets[e]];
                                    }
                                    return sum;
                                })
                                .sum());
        return m / time / 1000;
    }

    private static void beside(Network network, Path scratch) throws SQLException, IOException {
        int hub = Top.of(network.companies(), 1, i -> network.suppliers().degree(i))[0];
        Grapht grapht = new Grapht(network);
        try (Duck duck = new Duck(network)) {
            System.out.println();
            System.out.println("| question | ours ms | JGraphT ms | ratio | DuckDB ms | ratio |");
            System.out.println("|---|---|---|---|---|---|");
            for (int depth = 1; depth <= 6; depth++) {
                int k = depth;
                List<Integer> ours = counts(network, hub, k);
                same(ours, grapht.tiers(hub, k));
                same(ours, duck.tiers(hub, k));
                row(
                        "tiers of the hub, k = " + k,
                        () -> Tiers.of(network, hub, k, 3).tiers(),
                        () -> grapht.tiers(hub, k),
                        () -> duck.tiers(hub, k));
            }
            double sum = 0;
            int buyers = 0;
            Exposure exposure = Exposure.of(network, 3, 3);
            for (int i = 0; i < network.companies(); i++) {
                sum += exposure.share(i);
                buyers += network.suppliers().degree(i) > 0 ? 1 : 0;
            }
            if (Math.abs(sum / buyers * 1e6 - duck.exposure().getFirst()) > 5) {
                throw new IllegalStateException("DuckDB finds another exposure");
            }
            row("exposure of all, 3 tiers", () -> Exposure.of(network, 3, 3), null, duck::exposure);
            same(List.of(Cores.of(network).count()), List.of(grapht.cores()));
            row("cores", () -> Cores.of(network), grapht::cores, null);
        }
        files(network, scratch);
        System.out.println();
    }

    private static void files(Network network, Path scratch) throws IOException {
        Path edges = scratch.resolve("edges.csv");
        Path saved = scratch.resolve("saved.network");
        NationFiles.relations(
                new Nation(new NationPlan(SEED, 1_000_000, 5_000_000)), edges, _ -> {});
        SnapshotFile.save(network, saved);
        double bytes = Files.size(edges) / 1e6;
        double read = Clock.median(() -> read(edges));
        double load =
                Clock.median(() ->
                        ((Loaded.Whole) NetworkFiles.load(edges, null, BadRows.STOP, _ -> {}))
                                .network());
        double open = Clock.median(() -> open(saved));
        System.out.println();
        System.out.printf(
                "CSV of %.0f MB: read only %.0f ms, loaded %.0f ms (%.0f MB/s, %.1f %% of reading); saved network of %.0f MB opened in %.0f ms%n",
                bytes,
                read,
                load,
                bytes / load * 1000,
                100 * read / load,
                Files.size(saved) / 1e6,
                open);
    }

    private static long read(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 20];
            long all = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all += read;
            }
            return all;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Network open(Path file) {
        try {
            return SnapshotFile.open(file);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static List<Integer> counts(Network network, int purchaser, int depth) {
        return Tiers.of(network, purchaser, depth, 3).tiers().stream()
                .map(Tier::suppliers)
                .toList();
    }

    private static void same(List<Integer> ours, List<Integer> theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("other answers: " + ours + " and " + theirs);
        }
    }

    private static void row(
            String question,
            Supplier<?> ours,
            @org.jspecify.annotations.Nullable Supplier<?> grapht,
            @org.jspecify.annotations.Nullable Supplier<?> duck) {
        double mine = Clock.median(ours);
        StringBuilder row = new StringBuilder("| %s | %.2f |".formatted(question, mine));
        for (Supplier<?> peer : Arrays.asList(grapht, duck)) {
            if (peer == null) {
                row.append(" – | – |");
            } else {
                double theirs = Clock.median(peer);
                row.append(" %.0f | %.0f |".formatted(theirs, theirs / mine));
            }
        }
        System.out.println(row);
    }
}
