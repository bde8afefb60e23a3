package org.hoshimori.platform.command;

import java.util.Arrays;
import java.util.List;
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
import picocli.CommandLine;

/// `hoshimori network chokepoints`: companies on which many others depend.
@CommandLine.Command(name = "chokepoints", mixinStandardHelpOptions = true)
final class NetworkChokepointsCommand extends NetworkQuestion {
    /// One list of companies with a number each.
    private record Ranking(String key, Text title, String unit, int[] companies, int[] values) {}

    NetworkChokepointsCommand(Console console) {
        super(console);
    }

    @Override
    NetworkAnswer one(Network network, int company) {
        Dominators dominators = Dominators.of(network, company);
        Ranking gateways =
                ranking(
                        network,
                        "dominators",
                        new Text(
                                asker.name() + " から先の唯一の通り道", "sole gateways from " + asker.name()),
                        "dominated",
                        i -> i == company ? 0 : dominators.behind(i));
        return new NetworkAnswer(
                json -> write(json.put("depth", asker.depth()), network, gateways),
                () -> print(network, gateways));
    }

    @Override
    NetworkAnswer all(Network network) {
        Cores cores = Cores.of(network);
        CutCompanies cuts = CutCompanies.of(network);
        SoleSources sole = SoleSources.of(network);
        List<Ranking> rankings = rankings(network, Dominators.ofNation(network, cores), cuts, sole);
        List<Concentration> industries = Concentration.byIndustry(network);
        List<Concentration> prefectures = Concentration.byPrefecture(network);
        return new NetworkAnswer(
                json -> {
                    json.put("depth", asker.depth());
                    rankings.forEach(ranking -> write(json, network, ranking));
                    json.put("articulation_points", cuts.count())
                            .put("sole_source_relations", sole.relations());
                    json.key("cores")
                            .object()
                            .put("count", cores.count())
                            .put("largest", cores.count() == 0 ? 0 : cores.size(cores.largest()))
                            .end();
                    write(json.key("industries"), industries);
                    write(json.key("prefectures"), prefectures);
                },
                () -> {
                    rankings.forEach(ranking -> print(network, ranking));
                    print(new Text("業種ごとの集中 (HHI)", "concentration by industry (HHI)"), industries);
                    print(
                            new Text("都道府県ごとの集中 (HHI)", "concentration by prefecture (HHI)"),
                            prefectures);
                });
    }

    private List<Ranking> rankings(
            Network network, Dominators dominators, CutCompanies cuts, SoleSources sole) {
        return List.of(
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
    }

    /// Those of whom the sketch says most, and a few more, counted exactly.
    private Ranking dependants(Network network) {
        RollUp estimates = RollUp.ofDependants(network, asker.depth());
        int[] candidates = Top.of(network.companies(), 2 * top.count() + 10, estimates::estimate);
        int[] exact = new int[network.companies()];
        for (int candidate : candidates) {
            exact[candidate] = Dependants.count(network, candidate, asker.depth());
        }
        return ranking(
                network,
                "dependants",
                new Text(
                        "%d次までに頼る会社の数".formatted(asker.depth()),
                        "companies that depend on it through tier %d".formatted(asker.depth())),
                "dependants",
                i -> exact[i]);
    }

    private Ranking ranking(
            Network network, String key, Text title, String unit, IntUnaryOperator value) {
        int[] first = Top.of(network.companies(), top.count(), value::applyAsInt);
        return new Ranking(key, title, unit, first, Arrays.stream(first).map(value).toArray());
    }

    private void print(Network network, Ranking ranking) {
        console.line(ranking.title());
        for (int i = 0; i < ranking.companies().length; i++) {
            int company = ranking.companies()[i];
            String below = network.level(company) < asker.required() ? "▼" : " ";
            console.out()
                    .println(
                            "  %,9d %s %s"
                                    .formatted(ranking.values()[i], below, network.name(company)));
        }
    }

    private void write(Json json, Network network, Ranking ranking) {
        json.key(ranking.key()).array();
        for (int i = 0; i < ranking.companies().length; i++) {
            int company = ranking.companies()[i];
            json.object()
                    .put("company", network.name(company))
                    .put(ranking.unit(), ranking.values()[i])
                    .put("level", network.level(company))
                    .put("below", network.level(company) < asker.required())
                    .end();
        }
        json.end();
    }

    private void print(Text title, List<Concentration> groups) {
        if (!groups.isEmpty()) {
            console.line(title);
            for (Concentration group : groups.subList(0, Math.min(top.count(), groups.size()))) {
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
