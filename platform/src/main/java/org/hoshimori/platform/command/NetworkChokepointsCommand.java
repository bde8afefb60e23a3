package org.hoshimori.platform.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.hoshimori.network.Concentration;
import org.hoshimori.network.Cores;
import org.hoshimori.network.CutCompanies;
import org.hoshimori.network.Dependants;
import org.hoshimori.network.Dominators;
import org.hoshimori.network.Network;
import org.hoshimori.network.RollUp;
import org.hoshimori.network.SoleSources;
import org.hoshimori.network.Top;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori network chokepoints`: companies on which many others depend.
@CommandLine.Command(name = "chokepoints", mixinStandardHelpOptions = true)
final class NetworkChokepointsCommand implements Callable<Integer> {
    /// One list of companies with a number each.
    private record Ranking(String key, Text title, String unit, int[] companies, int[] values) {}

    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Option(names = "--purchaser", paramLabel = "ID")
    private @Nullable String purchaser;

    @CommandLine.Option(names = "--depth", paramLabel = "N", defaultValue = "3")
    private int depth = 3;

    @CommandLine.Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top = 20;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    NetworkChokepointsCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        if (!NetworkLimits.depth(console, depth)
                || !NetworkLimits.within(console, "--top", top, 0, 1_000_000)) {
            return Command.WRONG;
        }
        Optional<Network> loaded = input.load();
        if (loaded.isEmpty()) {
            return Command.WRONG;
        }
        Network network = loaded.get();
        if (purchaser != null) {
            OptionalInt asker = input.company(network, purchaser);
            if (asker.isEmpty()) {
                return Command.WRONG;
            }
            Dominators dominators = Dominators.of(network, asker.getAsInt());
            List<Ranking> gateways =
                    List.of(
                            ranking(
                                    network,
                                    "dominators",
                                    new Text(
                                            purchaser + " から先の唯一の通り道",
                                            "sole gateways from " + purchaser),
                                    "dominated",
                                    i -> i == asker.getAsInt() ? 0 : dominators.behind(i)));
            write(network, gateways, null, null, 0);
            return Command.YES;
        }
        Cores cores = Cores.of(network);
        Dominators dominators = Dominators.ofNation(network, cores);
        CutCompanies cuts = CutCompanies.of(network);
        SoleSources sole = SoleSources.of(network);
        List<Ranking> rankings =
                List.of(
                        ranking(
                                network,
                                "dominators",
                                new Text(
                                        "唯一の通り道 (止まると供給の道がすべて絶たれる会社の数)",
                                        "sole gateways (companies whose every supply path they stand on)"),
                                "dominated",
                                dominators::behind),
                        ranking(
                                network,
                                "articulation",
                                new Text(
                                        "要となる会社 (抜けると切り離される会社の数)",
                                        "cut companies (companies that would be cut off)"),
                                "cut_off",
                                cuts::cutOff),
                        dependants(network),
                        ranking(
                                network,
                                "sole_sources",
                                new Text(
                                        "その業種で唯一の調達先 (それを頼る発注者の数)",
                                        "only source in its industry (purchasers that rely on it)"),
                                "purchasers",
                                sole::purchasers));
        write(network, rankings, cores, sole, cuts.count());
        return Command.YES;
    }

    /// Those of whom the sketch says most, and a few more, counted exactly.
    private Ranking dependants(Network network) {
        RollUp estimates = RollUp.ofDependants(network, depth);
        int[] candidates = Top.of(network.companies(), 2 * top + 10, estimates::estimate);
        int[] exact = new int[network.companies()];
        for (int candidate : candidates) {
            exact[candidate] = Dependants.count(network, candidate, depth);
        }
        return ranking(
                network,
                "dependants",
                new Text(
                        "%d次までに頼る会社の数".formatted(depth),
                        "companies that depend on it through tier %d".formatted(depth)),
                "dependants",
                i -> exact[i]);
    }

    private Ranking ranking(
            Network network, String key, Text title, String unit, IntUnaryOperator value) {
        int[] first = Top.of(network.companies(), top, value::applyAsInt);
        int[] values = java.util.Arrays.stream(first).map(value).toArray();
        return new Ranking(key, title, unit, first, values);
    }

    private void write(
            Network network,
            List<Ranking> rankings,
            @Nullable Cores cores,
            @Nullable SoleSources sole,
            int cuts) {
        if (!asJson) {
            for (Ranking ranking : rankings) {
                console.line(ranking.title());
                for (int i = 0; i < ranking.companies().length; i++) {
                    console.out()
                            .println(
                                    "  %,9d  %s"
                                            .formatted(
                                                    ranking.values()[i],
                                                    network.name(ranking.companies()[i])));
                }
            }
            if (cores != null) {
                concentration(
                        new Text("業種ごとの集中 (HHI)", "concentration by industry (HHI)"),
                        Concentration.byIndustry(network));
                concentration(
                        new Text("都道府県ごとの集中 (HHI)", "concentration by prefecture (HHI)"),
                        Concentration.byPrefecture(network));
            }
            return;
        }
        Json json = new Json().object().put("depth", depth);
        for (Ranking ranking : rankings) {
            json.key(ranking.key()).array();
            for (int i = 0; i < ranking.companies().length; i++) {
                json.object()
                        .put("company", network.name(ranking.companies()[i]))
                        .put(ranking.unit(), ranking.values()[i])
                        .end();
            }
            json.end();
        }
        if (cores != null && sole != null) {
            json.put("articulation_points", cuts).put("sole_source_relations", sole.relations());
            json.key("cores")
                    .object()
                    .put("count", cores.count())
                    .put("largest", cores.count() == 0 ? 0 : cores.size(cores.largest()))
                    .end();
            write(json.key("industries"), Concentration.byIndustry(network));
            write(json.key("prefectures"), Concentration.byPrefecture(network));
        }
        input.write(network, json);
        console.out().println(json.end());
    }

    private void concentration(Text title, List<Concentration> groups) {
        if (!groups.isEmpty()) {
            console.line(title);
            for (Concentration group : groups.subList(0, Math.min(top, groups.size()))) {
                console.line(
                        new Text(
                                "  %.4f  %s (%,d社、上位4社 %.1f%%)"
                                        .formatted(
                                                group.herfindahl(),
                                                group.group(),
                                                group.companies(),
                                                100 * group.largest()),
                                "  %.4f  %s (%,d companies, largest four %.1f%%)"
                                        .formatted(
                                                group.herfindahl(),
                                                group.group(),
                                                group.companies(),
                                                100 * group.largest())));
            }
        }
    }

    private static void write(Json json, List<Concentration> groups) {
        json.array();
        for (Concentration group : groups) {
            json.object()
                    .put("group", group.group())
                    .put("companies", group.companies())
                    .put("sales", group.sales())
                    .put("hhi", group.herfindahl())
                    .put("largest_four", group.largest())
                    .end();
        }
        json.end();
    }
}
