package org.hoshimori.platform.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hoshimori.network.Exposure;
import org.hoshimori.network.ExposurePaths;
import org.hoshimori.network.Network;
import org.hoshimori.network.Top;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori network exposure`: the share of purchases that leads to a company below the level.
@CommandLine.Command(name = "exposure", mixinStandardHelpOptions = true)
final class NetworkExposureCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Option(names = "--purchaser", paramLabel = "ID")
    private @Nullable String purchaser;

    @CommandLine.Option(names = "--depth", paramLabel = "N", defaultValue = "3")
    private int depth = 3;

    @CommandLine.Option(names = "--required", paramLabel = "LEVEL", defaultValue = "3")
    private int required = 3;

    @CommandLine.Option(names = "--top", paramLabel = "N")
    private @Nullable Integer top;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    NetworkExposureCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        if (!NetworkLimits.depth(console, depth) || !NetworkLimits.level(console, required)) {
            return Command.WRONG;
        }
        Optional<Network> loaded = input.load();
        if (loaded.isEmpty()) {
            return Command.WRONG;
        }
        Network network = loaded.get();
        if (purchaser == null) {
            all(network);
            return Command.YES;
        }
        OptionalInt asker = input.company(network, purchaser);
        if (asker.isEmpty()) {
            return Command.WRONG;
        }
        one(network, purchaser, ExposurePaths.of(network, asker.getAsInt(), depth, required));
        return Command.YES;
    }

    private void all(Network network) {
        Exposure exposure = Exposure.of(network, depth, required);
        double sum = 0;
        int buyers = 0;
        for (int i = 0; i < network.companies(); i++) {
            sum += exposure.share(i);
            buyers += network.suppliers().degree(i) > 0 ? 1 : 0;
        }
        double mean = buyers == 0 ? 0 : sum / buyers;
        int shown = top == null ? asJson ? network.companies() : 20 : top;
        int[] first =
                top == null && asJson
                        ? java.util.stream.IntStream.range(0, network.companies()).toArray()
                        : Top.of(network.companies(), shown, exposure::share);
        if (!asJson) {
            console.line(
                    new Text(
                            "購入のうち段階%d未満の会社に行き着く割合 (%d次まで): 平均 %.1f%% (発注者 %,d社)"
                                    .formatted(required, depth, 100 * mean, buyers),
                            "share of purchases that leads to a company below %d (up to tier %d): mean %.1f%% of %,d purchasers"
                                    .formatted(required, depth, 100 * mean, buyers)));
            for (int i : first) {
                console.out()
                        .println(
                                "  %5.1f%%  %s"
                                        .formatted(100 * exposure.share(i), network.name(i)));
            }
            return;
        }
        // Millions of companies: written as they come instead of as one text.
        console.out()
                .print(
                        "{\"required\":%d,\"depth\":%d,\"purchasers\":%d,\"mean\":%s,\"companies\":["
                                .formatted(required, depth, buyers, mean));
        for (int i = 0; i < first.length; i++) {
            console.out()
                    .print(
                            (i == 0 ? "" : ",")
                                    + new Json()
                                            .object()
                                            .put("company", network.name(first[i]))
                                            .put("exposure", exposure.share(first[i]))
                                            .end());
        }
        Json about = new Json().object();
        input.write(network, about);
        console.out().println("]," + about.end().toString().substring(1));
    }

    private void one(Network network, String name, List<ExposurePaths.Step> steps) {
        double met = steps.isEmpty() ? 0 : steps.getLast().met();
        if (!asJson) {
            console.line(
                    new Text(
                            "%s の購入の %.1f%% が段階%d未満の会社に行き着きます (%d次まで)"
                                    .formatted(name, 100 * met, required, depth),
                            "%2$.1f%% of the purchases of %1$s lead to a company below %3$d (up to tier %4$d)"
                                    .formatted(name, 100 * met, required, depth)));
            for (ExposurePaths.Step step : steps) {
                console.line(
                        new Text(
                                "  %d次: ここで下回る %.1f%%、ここまでに出会う %.1f%%"
                                        .formatted(
                                                step.tier(), 100 * step.ending(), 100 * step.met()),
                                "  tier %d: %.1f%% at a company below, %.1f%% have met one by here"
                                        .formatted(
                                                step.tier(),
                                                100 * step.ending(),
                                                100 * step.met())));
            }
            return;
        }
        Json json =
                new Json()
                        .object()
                        .put("purchaser", name)
                        .put("required", required)
                        .put("depth", depth)
                        .put("exposure", met);
        json.key("tiers").array();
        for (ExposurePaths.Step step : steps) {
            json.object()
                    .put("tier", step.tier())
                    .put("paths", step.paths())
                    .put("ending", step.ending())
                    .put("met", step.met())
                    .end();
        }
        json.end();
        input.write(network, json);
        console.out().println(json.end());
    }
}
