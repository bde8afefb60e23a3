package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hoshimori.network.Compromise;
import org.hoshimori.network.Network;
import org.hoshimori.network.Production;
import org.hoshimori.network.RaisePlan;
import org.hoshimori.network.Shock;
import org.hoshimori.network.ShockBatch;
import org.hoshimori.network.ShockModel;
import org.hoshimori.network.Top;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori network shock`: who loses what when companies stop, and how far a break-in reaches.
@CommandLine.Command(name = "shock", mixinStandardHelpOptions = true)
final class NetworkShockCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Option(names = "--company", paramLabel = "ID")
    private List<String> companies = List.of();

    @CommandLine.Option(names = "--below", paramLabel = "LEVEL")
    private @Nullable Integer below;

    @CommandLine.Option(names = "--production", paramLabel = "linear|leontief|mixed")
    private String production = "leontief";

    @CommandLine.Option(names = "--raise", paramLabel = "N", defaultValue = "0")
    private int raise;

    @CommandLine.Mixin private final NetworkAsker asker = new NetworkAsker(2);

    @CommandLine.Mixin private final NetworkTop top = new NetworkTop();

    @CommandLine.Option(names = "--all", paramLabel = "FILE")
    private @Nullable Path all;

    @CommandLine.Option(names = "--pruning", paramLabel = "SHARE", defaultValue = "1e-5")
    private double pruning = 1e-5;

    NetworkShockCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        Optional<Production> model = model();
        if (model.isEmpty()
                || !asker.within(console)
                || !top.within(console)
                || !NetworkAsker.within(console, "--raise", raise, 0, 100_000)
                || below != null && !NetworkAsker.within(console, "--below", below, 1, 101)) {
            return Command.WRONG;
        }
        if (all != null) {
            Path file = all;
            return input.supposed()
                    .map(network -> batch(new ShockModel(network, model.get()), file))
                    .orElse(Command.WRONG);
        }
        if (companies.isEmpty() && below == null) {
            console.fault(
                    new Text(
                            "--company か --below か --all が要ります",
                            "--company, --below or --all is needed"));
            return Command.WRONG;
        }
        return input.answer(network -> ask(network, model.get()));
    }

    private Optional<NetworkAnswer> ask(Network network, Production model) {
        Optional<int[]> stopped = stopped(network);
        OptionalInt purchaser = asker.one() ? asker.in(network, input) : OptionalInt.empty();
        if (stopped.isEmpty() || asker.one() && purchaser.isEmpty()) {
            return Optional.empty();
        }
        Shock shock = new ShockModel(network, model).cascade(0).stop(stopped.get());
        Compromise reach = Compromise.of(network, Arrays.stream(stopped.get()).boxed().toList());
        RaisePlan plan =
                RaisePlan.of(
                        network,
                        below == null ? asker.required() : below,
                        raise,
                        asker.depth(),
                        _ -> {});
        OptionalDouble loss =
                purchaser.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(shock.lossOf(purchaser.getAsInt()));
        return Optional.of(
                new NetworkAnswer(
                        json -> write(json, network, stopped.get(), shock, loss, reach, plan),
                        () -> print(network, stopped.get().length, shock, loss, reach, plan)));
    }

    private int batch(ShockModel model, Path file) {
        int companiesInAll = model.companies();
        try (Progress progress = new Progress(console, new Text("社を計算しました", "companies done"))) {
            ShockBatch.run(model, pruning, file, done -> progress.at(done, companiesInAll));
            return Command.YES;
        } catch (IOException broken) {
            console.fault(
                    new Text("書けません: " + broken.getMessage(), "cannot be written: " + broken));
            return Command.WRONG;
        }
    }

    private Optional<Production> model() {
        for (Production known : Production.values()) {
            if (known.name().equalsIgnoreCase(production)) {
                return Optional.of(known);
            }
        }
        console.fault(
                new Text(
                        "--productionはlinear、leontief、mixedのどれかです: " + production,
                        "--production is linear, leontief or mixed: " + production));
        return Optional.empty();
    }

    private Optional<int[]> stopped(Network network) {
        List<Integer> stopped = new ArrayList<>();
        for (String name : companies) {
            OptionalInt company = input.company(network, name);
            if (company.isEmpty()) {
                return Optional.empty();
            }
            stopped.add(company.getAsInt());
        }
        if (below != null) {
            int level = below;
            IntStream.range(0, network.companies())
                    .filter(i -> network.level(i) < level)
                    .forEach(stopped::add);
        }
        return Optional.of(stopped.stream().mapToInt(i -> i).distinct().toArray());
    }

    private void write(
            Json json,
            Network network,
            int[] stopped,
            Shock shock,
            OptionalDouble purchaserLoss,
            Compromise reach,
            RaisePlan plan) {
        json.key("stopped").array();
        for (int i = 0; i < Math.min(1000, stopped.length); i++) {
            json.value(network.name(stopped[i]));
        }
        json.end()
                .put("stopped_companies", stopped.length)
                .put("production", production)
                .put("esri", shock.index())
                .put("touched", shock.touched());
        purchaserLoss.ifPresent(loss ->
                json.key("purchaser")
                        .object()
                        .put("company", asker.name())
                        .put("loss", loss)
                        .end());
        json.key("losses").array();
        for (int at : Top.of(shock.touched(), top.count(), shock::loss)) {
            json.object()
                    .put("company", network.name(shock.company(at)))
                    .put("loss", shock.loss(at))
                    .end();
        }
        json.end();
        json.key("compromise")
                .object()
                .put("known", Compromise.known(network))
                .put("companies", reach.companies())
                .put("furthest", reach.furthest())
                .end();
        if (raise > 0) {
            json.key("raise").array();
            for (RaisePlan.Step step : plan.steps()) {
                json.object()
                        .put("company", network.name(step.company()))
                        .put("purchasers", step.gained())
                        .end();
            }
            json.end().put("raise_covers", plan.covered()).put("raise_at_least", plan.atLeast());
        }
    }

    private void print(
            Network network,
            int stopped,
            Shock shock,
            OptionalDouble purchaserLoss,
            Compromise reach,
            RaisePlan plan) {
        console.line(
                new Text(
                        "%,d社が止まると、国全体の取引の %.4f%% が失われ、%,d社に及びます (ESRI、%s)"
                                .formatted(
                                        stopped, 100 * shock.index(), shock.touched(), production),
                        "when %,d companies stop, %.4f%% of all sales are lost and %,d companies touched (ESRI, %s)"
                                .formatted(
                                        stopped,
                                        100 * shock.index(),
                                        shock.touched(),
                                        production)));
        for (int at : Top.of(shock.touched(), top.count(), shock::loss)) {
            console.out()
                    .println(
                            "  %6.2f%%  %s"
                                    .formatted(
                                            100 * shock.loss(at), network.name(shock.company(at))));
        }
        purchaserLoss.ifPresent(loss ->
                console.line(
                        new Text(
                                "%s は生産の %.2f%% を失います".formatted(asker.name(), 100 * loss),
                                "%s loses %.2f%% of its production"
                                        .formatted(asker.name(), 100 * loss))));
        console.line(
                Compromise.known(network)
                        ? new Text(
                                "侵害は接続をたどって %,d社に届きます (最も遠くて%d段)"
                                        .formatted(reach.companies(), reach.furthest()),
                                "a break-in reaches %,d companies along access (at most %d steps)"
                                        .formatted(reach.companies(), reach.furthest()))
                        : new Text(
                                "接続 (access) の取引関係がないため、侵害の広がりは分かりません",
                                "no relation has the kind access: how far a break-in reaches is not known"));
        if (raise > 0) {
            console.line(
                    new Text(
                            "先に引き上げる%d社 (%,d社の発注者に効く。最良の%.0f%%以上と証明)"
                                    .formatted(
                                            plan.steps().size(),
                                            plan.covered(),
                                            100 * plan.atLeast()),
                            "the %d to raise first (helping %,d purchasers; proven at least %.0f%% of the best)"
                                    .formatted(
                                            plan.steps().size(),
                                            plan.covered(),
                                            100 * plan.atLeast())));
            plan.steps()
                    .forEach(step ->
                            console.out()
                                    .println(
                                            "  %,9d  %s"
                                                    .formatted(
                                                            step.gained(),
                                                            network.name(step.company()))));
        }
    }
}
