package org.hoshimori.platform.command;

import java.util.stream.IntStream;
import org.hoshimori.network.Dependants;
import org.hoshimori.network.Network;
import org.hoshimori.network.RollUp;
import org.hoshimori.network.Tiers;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network rollup`: how many suppliers, how many of them below the level, and how many
/// dependants every company has; exact for one.
@CommandLine.Command(name = "rollup", mixinStandardHelpOptions = true)
final class NetworkRollUpCommand extends NetworkQuestion {
    NetworkRollUpCommand(Console console) {
        super(console);
    }

    @Override
    NetworkAnswer all(Network network) {
        int depth = asker.depth();
        int[] suppliers = estimates(RollUp.ofSuppliers(network, depth));
        int[] below = estimates(RollUp.ofSuppliersBelow(network, depth, asker.required()));
        int[] dependants = estimates(RollUp.ofDependants(network, depth));
        // Two sketches err apart: there are never more below than there are.
        for (int i = 0; i < below.length; i++) {
            below[i] = Math.min(below[i], suppliers[i]);
        }
        int[] listed = top.of(network.companies(), input.asJson(), i -> below[i]);
        return new NetworkAnswer(
                json -> {
                    json.put("depth", depth)
                            .put("required", asker.required())
                            .put("standard_error", RollUp.ERROR);
                    json.key("companies").array();
                    for (int i : listed) {
                        write(json, network.name(i), suppliers[i], below[i], dependants[i]);
                        console.out().print(json.taken());
                    }
                    json.end();
                },
                () -> {
                    console.line(
                            new Text(
                                    "%d次までの受注者、うち段階%d未満、頼る会社のおよその数 (標準誤差 %.1f%%)"
                                            .formatted(depth, asker.required(), 100 * RollUp.ERROR),
                                    "about how many suppliers up to tier %d, of them below %d, and dependants (standard error %.1f%%)"
                                            .formatted(
                                                    depth, asker.required(), 100 * RollUp.ERROR)));
                    for (int i : listed) {
                        print(network.name(i), suppliers[i], below[i], dependants[i]);
                    }
                });
    }

    @Override
    NetworkAnswer one(Network network, int company) {
        Tiers tiers = Tiers.of(network, company, asker.depth(), asker.required());
        long below = tiers.below().count();
        int dependants = Dependants.count(network, company, asker.depth());
        return new NetworkAnswer(
                json -> {
                    json.put("depth", asker.depth())
                            .put("required", asker.required())
                            .put("standard_error", 0.0);
                    json.key("companies").array();
                    write(json, asker.name(), tiers.suppliers(), below, dependants);
                    json.end();
                },
                () -> {
                    console.line(
                            new Text(
                                    "%d次までの受注者、うち段階%d未満、頼る会社の数 (正確)"
                                            .formatted(asker.depth(), asker.required()),
                                    "suppliers up to tier %d, of them below %d, and dependants (exact)"
                                            .formatted(asker.depth(), asker.required())));
                    print(asker.name(), tiers.suppliers(), below, dependants);
                });
    }

    /// Whole numbers instead of sketches, which are let go.
    private static int[] estimates(RollUp sketches) {
        return IntStream.range(0, sketches.companies())
                .parallel()
                .map(i -> (int) Math.round(sketches.estimate(i)))
                .toArray();
    }

    private static void write(
            Json json, String company, long suppliers, long below, long dependants) {
        json.object()
                .put("company", company)
                .put("suppliers", suppliers)
                .put("below", below)
                .put("dependants", dependants)
                .end();
    }

    private void print(String company, long suppliers, long below, long dependants) {
        console.out()
                .println("  %,9d %,9d %,9d  %s".formatted(suppliers, below, dependants, company));
    }
}
