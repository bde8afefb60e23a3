package org.hoshimori.bench.network;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hoshimori.network.nation.Nation;
import org.hoshimori.network.nation.NationPlan;

/// Prints the network's tables of docs/reference/performance.md: every question from small to
/// large, the ratios to other engines, whose answers must be the same, and the loading of files.
final class NetworkBench {
    static final int SEED = 7;

    private static final int MILLION = 1_000_000;

    /// Which of the plans other engines are asked about, too: they would take too long with more.
    private static final int PEERS = 3;

    /// What credit bureaus know, and a whole nation.
    private static final List<NationPlan> PLANS =
            List.of(
                    new NationPlan(SEED, 2000, 10_000),
                    new NationPlan(SEED, 20_000, 100_000),
                    new NationPlan(SEED, 200_000, 1_000_000),
                    new NationPlan(SEED, MILLION, 5_000_000),
                    new NationPlan(SEED, 3_600_000, 21_000_000));

    private NetworkBench() {}

    /// @param args the scratch folder, then which tables (`peers`, `curve`, `files`; all when none
    ///   is named), and a number of companies to stay at or below
    public static void main(String[] args) throws SQLException, IOException {
        List<String> more = List.of(args).subList(1, args.length);
        int most =
                more.stream()
                        .filter(word -> word.matches("[0-9]+"))
                        .mapToInt(Integer::parseInt)
                        .findFirst()
                        .orElse(Integer.MAX_VALUE);
        List<String> tables = more.stream().filter(word -> !word.matches("[0-9]+")).toList();
        List<NationPlan> plans =
                PLANS.stream()
                        .filter(plan -> plan == PLANS.getFirst() || plan.companies() <= most)
                        .toList();
        Path scratch = Path.of(args[0]);
        if (tables.isEmpty() || tables.contains("peers")) {
            NationPlan plan = plans.get(Math.min(plans.size() - 1, PEERS));
            new Beside(new Nation(plan).network(), scratch).print();
        }
        if (tables.isEmpty() || tables.contains("curve")) {
            Curve curve = new Curve();
            plans.forEach(plan -> curve.add(new Nation(plan).network()));
            curve.print();
        }
        if (tables.isEmpty() || tables.contains("files")) {
            new Files(plans.getLast(), scratch).print();
        }
        // The application that brought PostgreSQL may have left threads behind.
        System.exit(0);
    }
}
