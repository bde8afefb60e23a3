package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hoshimori.network.Network;
import org.hoshimori.network.Withheld;
import org.hoshimori.network.file.NetworkFiles;
import org.hoshimori.network.file.Unreadable;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network withheld`: what one purchaser may be told, where not every supplier has
/// agreed to be named.
@CommandLine.Command(name = "withheld", mixinStandardHelpOptions = true)
final class NetworkWithheldCommand implements Callable<Integer> {
    private static final int SHORTEST_KEY = 16;
    private static final int LONGEST_KEY = 1 << 16;

    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Mixin private final NetworkAsker asker = new NetworkAsker(3);

    @CommandLine.Option(names = "--visible", paramLabel = "FILE", required = true)
    private Path visible = Path.of("");

    @CommandLine.Option(names = "--key", paramLabel = "FILE", required = true)
    private Path keyFile = Path.of("");

    @CommandLine.Option(names = "--group", paramLabel = "K")
    private int group = 5;

    NetworkWithheldCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        if (!asker.named(console)
                || !NetworkAsker.within(console, "--group", group, 2, 1_000_000)) {
            return Command.WRONG;
        }
        if (input.whatIf().drops()) {
            console.fault(
                    new Text(
                            "--dropped と --parted は使えません。答えの差から伏せた会社が分かってしまいます",
                            "--dropped and --parted cannot be asked here: the difference of two answers could name somebody"));
            return Command.WRONG;
        }
        Optional<byte[]> key = key();
        Optional<List<String>> names = key.flatMap(_ -> names());
        Optional<Network> network = names.flatMap(_ -> input.load());
        OptionalInt purchaser =
                network.map(known -> asker.in(known, input)).orElseGet(OptionalInt::empty);
        if (key.isEmpty() || names.isEmpty() || network.isEmpty() || purchaser.isEmpty()) {
            return Command.WRONG;
        }
        tell(network.get(), purchaser.getAsInt(), names.get(), key.get());
        return Command.YES;
    }

    private Optional<byte[]> key() {
        try (var in = Files.newInputStream(keyFile)) {
            byte[] key = in.readNBytes(LONGEST_KEY);
            if (key.length >= SHORTEST_KEY) {
                return Optional.of(key);
            }
            console.fault(
                    new Text(
                            keyFile
                                    + ": 鍵が短すぎます。乱数を16バイト以上書いてください (head -c 32 /dev/urandom > 鍵のファイル)",
                            keyFile
                                    + ": the key is too short; keep 16 random bytes or more there (head -c 32 /dev/urandom > FILE)"));
        } catch (IOException broken) {
            console.fault(
                    new Text(
                            keyFile + ": 鍵を読めません。同じ鍵をずっと使ってください",
                            keyFile + ": the key cannot be read; it stays the same for ever"));
        }
        return Optional.empty();
    }

    private Optional<List<String>> names() {
        try {
            return Optional.of(NetworkFiles.names(visible));
        } catch (Unreadable wrong) {
            console.fault(new Text(wrong.fault().text().ja(), wrong.fault().text().en()));
            return Optional.empty();
        }
    }

    private void tell(Network network, int purchaser, List<String> names, byte[] key) {
        List<Integer> seen = new ArrayList<>();
        names.forEach(name -> network.company(name).ifPresent(seen::add));
        List<Withheld.Seen> tiers =
                Withheld.of(network, purchaser, seen, group, key, asker.depth())
                        .tiers(asker.depth(), asker.required(), input.whatIf().levels());
        if (input.asJson()) {
            console.out().println(json(tiers));
        } else {
            print(tiers);
        }
    }

    /// Nothing of the whole network, such as how many companies it has: from one day to the next
    /// that would tell of one.
    private Json json(List<Withheld.Seen> tiers) {
        Json json =
                new Json()
                        .object()
                        .put("purchaser", asker.name())
                        .put("required", asker.required())
                        .put("depth", asker.depth())
                        .put("group", group);
        json.key("tiers").array();
        for (Withheld.Seen tier : tiers) {
            json.object()
                    .put("tier", tier.hidden().tier())
                    .put("named", tier.names().size())
                    .put("below", tier.below());
            json.key("names").array();
            tier.names().forEach(json::value);
            json.end().put("withheld_about", tier.hidden().about());
            json.key("withheld_by_level").object();
            tier.hidden().byLevel().forEach((level, count) -> json.put(level.toString(), count));
            json.end().end();
        }
        json.end();
        if (input.whatIf().any()) {
            input.whatIf().write(json);
        }
        return json.end();
    }

    private void print(List<Withheld.Seen> tiers) {
        console.line(
                new Text(
                        "%s に見える受注者 (%d次まで、求める段階 %d。名前を伏せた会社は%d社ごとのおよその数)"
                                .formatted(asker.name(), asker.depth(), asker.required(), group),
                        "suppliers as %s may see them (up to tier %d, required level %d; those without a name by about how many %ds)"
                                .formatted(asker.name(), asker.depth(), asker.required(), group)));
        for (Withheld.Seen tier : tiers) {
            int about = tier.hidden().about();
            console.line(
                    new Text(
                            "  %d次: 名前の見える %,d社 (下回る %,d社)、伏せた会社 %s"
                                    .formatted(
                                            tier.hidden().tier(),
                                            tier.names().size(),
                                            tier.below(),
                                            about == 0
                                                    ? "%d社未満".formatted(group)
                                                    : "約%,d社".formatted(about)),
                            "  tier %d: %,d by name (%,d below), withheld %s"
                                    .formatted(
                                            tier.hidden().tier(),
                                            tier.names().size(),
                                            tier.below(),
                                            about == 0
                                                    ? "fewer than %d".formatted(group)
                                                    : "about %,d".formatted(about))));
            tier.names().forEach(name -> console.out().println("    " + name));
        }
    }
}
