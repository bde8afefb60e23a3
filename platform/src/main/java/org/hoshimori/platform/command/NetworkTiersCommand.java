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

    @CommandLine.Mixin private final NetworkAsker asker = new NetworkAsker(3);

    @CommandLine.Option(names = "--paths", paramLabel = "N", defaultValue = "0")
    private int paths;

    @CommandLine.Option(names = "--to", paramLabel = "ID")
    private @Nullable String to;

    NetworkTiersCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        return asker.named(console) ? input.answer(this::ask) : Command.WRONG;
    }

    private Optional<NetworkAnswer> ask(Network network) {
        OptionalInt purchaser = asker.in(network, input);
        OptionalInt shown = to == null ? OptionalInt.empty() : input.company(network, to);
        if (purchaser.isEmpty() || to != null && shown.isEmpty()) {
            return Optional.empty();
        }
        Tiers tiers = Tiers.of(network, purchaser.getAsInt(), asker.depth(), asker.required());
        List<List<String>> proofs = proofs(network, tiers, shown);
        return Optional.of(
                new NetworkAnswer(json -> write(json, tiers, proofs), () -> print(tiers, proofs)));
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

    private void write(Json json, Tiers tiers, List<List<String>> proofs) {
        json.put("purchaser", asker.name())
                .put("required", asker.required())
                .put("depth", asker.depth())
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
    }

    private void print(Tiers tiers, List<List<String>> proofs) {
        console.line(
                new Text(
                        "%s の受注者 (%d次まで、求める段階 %d)"
                                .formatted(asker.name(), asker.depth(), asker.required()),
                        "Suppliers of %s (up to tier %d, required level %d)"
                                .formatted(asker.name(), asker.depth(), asker.required())));
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
