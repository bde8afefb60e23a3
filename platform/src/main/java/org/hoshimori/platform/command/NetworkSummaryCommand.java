package org.hoshimori.platform.command;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hoshimori.network.BowTie;
import org.hoshimori.network.Cores;
import org.hoshimori.network.Counts;
import org.hoshimori.network.Degrees;
import org.hoshimori.network.Network;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network summary`: what kind of network it is.
@CommandLine.Command(name = "summary", mixinStandardHelpOptions = true)
final class NetworkSummaryCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    NetworkSummaryCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        return input.answer(network -> Optional.of(ask(network)));
    }

    private NetworkAnswer ask(Network network) {
        Cores cores = Cores.of(network);
        BowTie tie = BowTie.of(network, cores);
        Degrees suppliers = Degrees.of(network.suppliers());
        Degrees purchasers = Degrees.of(network.purchasers());
        Map<Integer, Integer> levels = new TreeMap<>();
        for (int i = 0; i < network.companies(); i++) {
            levels.merge(network.level(i), 1, Integer::sum);
        }
        return new NetworkAnswer(
                json -> {
                    json.key("bow_tie")
                            .object()
                            .put("core", tie.core())
                            .put("upstream", tie.upstream())
                            .put("downstream", tie.downstream())
                            .put("aside", tie.aside())
                            .put("cores", cores.count())
                            .end();
                    write(json.key("suppliers"), suppliers);
                    write(json.key("purchasers"), purchasers);
                    json.key("levels").object();
                    levels.forEach((level, count) -> json.put(level.toString(), count));
                    json.end();
                },
                () -> print(network.counts(), tie, suppliers, purchasers, levels));
    }

    private static void write(Json json, Degrees degrees) {
        json.object()
                .put("mean", degrees.mean())
                .put("median", degrees.median())
                .put("most", degrees.most())
                .put("none", degrees.none());
        if (!Double.isNaN(degrees.tail())) {
            json.put("tail", degrees.tail());
        }
        json.key("histogram").object();
        for (int i = 0; i < degrees.histogram().length; i++) {
            if (degrees.histogram()[i] > 0) {
                json.put(Integer.toString(1 << i), degrees.histogram()[i]);
            }
        }
        json.end().end();
    }

    private void print(
            Counts counts,
            BowTie tie,
            Degrees suppliers,
            Degrees purchasers,
            Map<Integer, Integer> levels) {
        console.line(
                new Text(
                        "%,d社、%,d件の取引関係 (重複 %,d、自社 %,d、孤立 %,d社、一覧にない %,d社)"
                                .formatted(
                                        counts.companies(),
                                        counts.relations(),
                                        counts.doubled(),
                                        counts.selfSupply(),
                                        counts.isolated(),
                                        counts.unlisted()),
                        "%,d companies, %,d relations (%,d doubled, %,d with itself, %,d isolated, %,d unlisted)"
                                .formatted(
                                        counts.companies(),
                                        counts.relations(),
                                        counts.doubled(),
                                        counts.selfSupply(),
                                        counts.isolated(),
                                        counts.unlisted())));
        console.line(
                new Text(
                        "中核 %,d社、その上流 %,d社、下流 %,d社、ほか %,d社"
                                .formatted(
                                        tie.core(), tie.upstream(), tie.downstream(), tie.aside()),
                        "core %,d companies, upstream of it %,d, downstream %,d, aside %,d"
                                .formatted(
                                        tie.core(),
                                        tie.upstream(),
                                        tie.downstream(),
                                        tie.aside())));
        degrees(new Text("受注者の数", "suppliers"), suppliers);
        degrees(new Text("発注者の数", "purchasers"), purchasers);
        levels.forEach((level, count) ->
                console.line(
                        new Text(
                                "段階%d: %,d社".formatted(level, count),
                                "level %d: %,d companies".formatted(level, count))));
    }

    private void degrees(Text what, Degrees degrees) {
        console.line(
                new Text(
                        "%s: 平均 %.1f、中央値 %d、最多 %,d、なし %,d社、裾の指数 %.2f"
                                .formatted(
                                        what.ja(),
                                        degrees.mean(),
                                        degrees.median(),
                                        degrees.most(),
                                        degrees.none(),
                                        degrees.tail()),
                        "%s: mean %.1f, median %d, most %,d, none %,d, tail exponent %.2f"
                                .formatted(
                                        what.en(),
                                        degrees.mean(),
                                        degrees.median(),
                                        degrees.most(),
                                        degrees.none(),
                                        degrees.tail())));
    }
}
