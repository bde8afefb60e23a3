package org.hoshimori.platform.command;

import java.util.List;
import org.hoshimori.network.Exposure;
import org.hoshimori.network.ExposurePaths;
import org.hoshimori.network.Network;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network exposure`: the share of purchases that leads to a company below the level.
@CommandLine.Command(name = "exposure", mixinStandardHelpOptions = true)
final class NetworkExposureCommand extends NetworkQuestion {
    NetworkExposureCommand(Console console) {
        super(console);
    }

    @Override
    NetworkAnswer all(Network network) {
        Exposure exposure = Exposure.of(network, asker.depth(), asker.required());
        double sum = 0;
        int buyers = 0;
        for (int i = 0; i < network.companies(); i++) {
            sum += exposure.share(i);
            buyers += network.suppliers().degree(i) > 0 ? 1 : 0;
        }
        double mean = buyers == 0 ? 0 : sum / buyers;
        int purchasers = buyers;
        int[] listed = top.of(network.companies(), input.asJson(), exposure::share);
        return new NetworkAnswer(
                json -> {
                    json.put("required", asker.required())
                            .put("depth", asker.depth())
                            .put("purchasers", purchasers)
                            .put("mean", mean);
                    json.key("companies").array();
                    for (int i : listed) {
                        json.object()
                                .put("company", network.name(i))
                                .put("exposure", exposure.share(i))
                                .end();
                        // Millions of companies: written as they come instead of as one text.
                        console.out().print(json.taken());
                    }
                    json.end();
                },
                () -> {
                    console.line(
                            new Text(
                                    "購入のうち段階%d未満の会社に行き着く割合 (%d次まで): 平均 %.1f%% (発注者 %,d社)"
                                            .formatted(
                                                    asker.required(),
                                                    asker.depth(),
                                                    100 * mean,
                                                    purchasers),
                                    "share of purchases that leads to a company below %d (up to tier %d): mean %.1f%% of %,d purchasers"
                                            .formatted(
                                                    asker.required(),
                                                    asker.depth(),
                                                    100 * mean,
                                                    purchasers)));
                    for (int i : listed) {
                        console.out()
                                .println(
                                        "  %5.1f%%  %s"
                                                .formatted(
                                                        100 * exposure.share(i), network.name(i)));
                    }
                });
    }

    @Override
    NetworkAnswer one(Network network, int company) {
        List<ExposurePaths.Step> steps =
                ExposurePaths.of(network, company, asker.depth(), asker.required());
        double met = steps.isEmpty() ? 0 : steps.getLast().met();
        return new NetworkAnswer(json -> write(json, steps, met), () -> print(steps, met));
    }

    private void print(List<ExposurePaths.Step> steps, double met) {
        console.line(
                new Text(
                        "%s の購入の %.1f%% が段階%d未満の会社に行き着きます (%d次まで)"
                                .formatted(
                                        asker.name(), 100 * met, asker.required(), asker.depth()),
                        "%2$.1f%% of the purchases of %1$s lead to a company below %3$d (up to tier %4$d)"
                                .formatted(
                                        asker.name(), 100 * met, asker.required(), asker.depth())));
        for (ExposurePaths.Step step : steps) {
            console.line(
                    new Text(
                            "  %d次: ここで下回る %.1f%%、ここまでに出会う %.1f%%"
                                    .formatted(step.tier(), 100 * step.ending(), 100 * step.met()),
                            "  tier %d: %.1f%% at a company below, %.1f%% have met one by here"
                                    .formatted(
                                            step.tier(), 100 * step.ending(), 100 * step.met())));
        }
    }

    private void write(Json json, List<ExposurePaths.Step> steps, double met) {
        json.put("purchaser", asker.name())
                .put("required", asker.required())
                .put("depth", asker.depth())
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
    }
}
