package org.hoshimori.platform.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hoshimori.network.Network;
import org.hoshimori.network.Paths;
import org.hoshimori.network.Tier;
import org.hoshimori.network.Tiers;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori network tiers`: the suppliers of one purchaser, tier by tier.
@CommandLine.Command(name = "tiers", mixinStandardHelpOptions = true)
final class NetworkTiersCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Option(names = "--purchaser", required = true, paramLabel = "ID")
    private String purchaser = "";

    @CommandLine.Option(names = "--depth", paramLabel = "N", defaultValue = "3")
    private int depth = 3;

    @CommandLine.Option(names = "--required", paramLabel = "LEVEL", defaultValue = "3")
    private int required = 3;

    @CommandLine.Option(names = "--paths", paramLabel = "N", defaultValue = "0")
    private int paths;

    @CommandLine.Option(names = "--to", paramLabel = "ID")
    private @Nullable String to;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    NetworkTiersCommand(Console console) {
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
        OptionalInt asker = input.company(network, purchaser);
        OptionalInt shown = to == null ? OptionalInt.empty() : input.company(network, to);
        if (asker.isEmpty() || to != null && shown.isEmpty()) {
            return Command.WRONG;
        }
        Tiers tiers = Tiers.of(network, asker.getAsInt(), depth, required);
        List<List<String>> proofs = proofs(network, tiers, shown);
        if (asJson) {
            console.out().println(json(network, tiers, proofs));
        } else {
            print(tiers, proofs);
        }
        return Command.YES;
    }

    private List<List<String>> proofs(Network network, Tiers tiers, OptionalInt shown) {
        if (paths <= 0 && shown.isEmpty()) {
            return List.of();
        }
        Paths proof = tiers.paths();
        return (shown.isPresent() ? shown.stream() : tiers.below().limit(paths))
                .mapToObj(supplier -> proof.to(supplier).stream().map(network::name).toList())
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private Json json(Network network, Tiers tiers, List<List<String>> proofs) {
        Json json =
                new Json()
                        .object()
                        .put("purchaser", purchaser)
                        .put("required", required)
                        .put("depth", depth)
                        .put("suppliers", tiers.suppliers())
                        .put("below", tiers.tiers().stream().mapToLong(Tier::below).sum());
        json.key("tiers").array();
        for (Tier tier : tiers.tiers()) {
            json.object()
                    .put("tier", tier.tier())
                    .put("suppliers", tier.suppliers())
                    .put("below", tier.below())
                    .put("minimum", tier.minimum());
            json.key("by_level").object();
            tier.byLevel().forEach((level, count) -> json.put(level.toString(), count));
            json.end().put("unlisted", tier.unlisted()).put("unmet", tier.unmet()).end();
        }
        json.end();
        if (paths > 0 || to != null) {
            json.key("paths").array();
            for (List<String> path : proofs) {
                json.array();
                path.forEach(json::value);
                json.end();
            }
            json.end();
        }
        input.write(network, json);
        return json.end();
    }

    private void print(Tiers tiers, List<List<String>> proofs) {
        console.line(
                new Text(
                        "%s の受注者 (%d次まで、求める段階 %d)".formatted(purchaser, depth, required),
                        "Suppliers of %s (up to tier %d, required level %d)"
                                .formatted(purchaser, depth, required)));
        for (Tier tier : tiers.tiers()) {
            String levels =
                    tier.byLevel().entrySet().stream()
                            .map(entry -> "%d: %,d".formatted(entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining(", "));
            console.line(
                    new Text(
                            "  %d次: %,d社、下回る %,d社、最低 %d (段階ごと %s)"
                                    .formatted(
                                            tier.tier(),
                                            tier.suppliers(),
                                            tier.below(),
                                            tier.minimum(),
                                            levels),
                            "  tier %d: %,d suppliers, %,d below, minimum %d (by level %s)"
                                    .formatted(
                                            tier.tier(),
                                            tier.suppliers(),
                                            tier.below(),
                                            tier.minimum(),
                                            levels)));
        }
        if (tiers.suppliers() == 0) {
            console.line(new Text("  受注者はいません。", "  It has no suppliers."));
        }
        proofs.forEach(path -> console.out().println("  " + String.join(" → ", path)));
    }
}
