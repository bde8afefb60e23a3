package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hoshimori.network.Cores;
import org.hoshimori.network.Dominators;
import org.hoshimori.network.Network;
import org.hoshimori.network.Tiers;
import org.hoshimori.network.Top;
import org.hoshimori.network.picture.BarPicture;
import org.hoshimori.network.picture.DegreePicture;
import org.hoshimori.network.picture.Picture;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network picture`: draws degrees, tiers or choke points.
@CommandLine.Command(name = "picture", mixinStandardHelpOptions = true)
final class NetworkPictureCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Option(names = "--of", paramLabel = "degrees|tiers|chokepoints", required = true)
    private String of = "";

    @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out = Path.of("");

    @CommandLine.Mixin private final NetworkAsker asker = new NetworkAsker(6);

    NetworkPictureCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        if (!(of.equals("tiers") ? asker.named(console) : asker.within(console))) {
            return Command.WRONG;
        }
        boolean png = out.toString().endsWith(".png");
        if (!png && !out.toString().endsWith(".svg")) {
            console.fault(new Text(".svgか.pngに書きます: " + out, "write .svg or .png: " + out));
            return Command.WRONG;
        }
        Optional<Picture> picture = input.supposed().flatMap(this::draw);
        if (picture.isEmpty()) {
            return Command.WRONG;
        }
        try {
            byte[] bytes =
                    png
                            ? PngPicture.of(picture.get())
                            : picture.get().svg().getBytes(StandardCharsets.UTF_8);
            return WholeFile.write(out, bytes, console) ? Command.YES : Command.WRONG;
        } catch (IOException broken) {
            console.fault(new Text("描けません: " + broken.getMessage(), "cannot be drawn: " + broken));
            return Command.WRONG;
        }
    }

    private Optional<Picture> draw(Network network) {
        return switch (of) {
            case "degrees" ->
                    Optional.of(
                            DegreePicture.of(
                                    network,
                                    say("つながりの数以上の会社", "companies with at least so many relations"),
                                    say("受注者の数", "suppliers"),
                                    say("発注者の数", "purchasers")));
            case "tiers" -> tiers(network);
            case "chokepoints" -> Optional.of(chokepoints(network));
            default -> {
                console.fault(
                        new Text(
                                "--ofはdegrees、tiers、chokepointsのどれかです: " + of,
                                "--of is degrees, tiers or chokepoints: " + of));
                yield Optional.empty();
            }
        };
    }

    private Optional<Picture> tiers(Network network) {
        OptionalInt purchaser = asker.in(network, input);
        return purchaser.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        BarPicture.of(
                                say(asker.name() + " の受注者", "suppliers of " + asker.name()),
                                say(
                                        "赤は段階%d未満".formatted(asker.required()),
                                        "red: below level %d".formatted(asker.required())),
                                Tiers.of(
                                                network,
                                                purchaser.getAsInt(),
                                                asker.depth(),
                                                asker.required())
                                        .tiers()
                                        .stream()
                                        .map(tier ->
                                                new BarPicture.Bar(
                                                        say(
                                                                tier.tier() + "次",
                                                                "tier " + tier.tier()),
                                                        tier.below(),
                                                        tier.suppliers()))
                                        .toList()));
    }

    private Picture chokepoints(Network network) {
        Dominators dominators = Dominators.ofNation(network, Cores.of(network));
        return BarPicture.of(
                say("唯一の通り道", "sole gateways"),
                say("その会社が止まると供給の道がすべて絶たれる会社の数", "companies whose every supply path they stand on"),
                IntStream.of(Top.of(network.companies(), 20, dominators::behind))
                        .mapToObj(i -> new BarPicture.Bar(network.name(i), 0, dominators.behind(i)))
                        .toList());
    }

    private String say(String ja, String en) {
        return console.say(new Text(ja, en));
    }
}
