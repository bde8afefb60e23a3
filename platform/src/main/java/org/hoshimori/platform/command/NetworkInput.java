package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.hoshimori.network.Network;
import org.hoshimori.network.SnapshotFile;
import org.hoshimori.network.file.BadRows;
import org.hoshimori.network.file.Loaded;
import org.hoshimori.network.file.NetworkFiles;
import org.hoshimori.network.file.Phrase;
import org.hoshimori.rules.Json;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// Which network a question is asked of, what is supposed about it, and how the answer is told.
final class NetworkInput {
    private final Console console;

    @CommandLine.Option(names = "--edges", paramLabel = "FILE")
    private @Nullable Path edges;

    @CommandLine.Option(names = "--network", paramLabel = "FILE")
    private @Nullable Path saved;

    @CommandLine.Option(names = "--companies", paramLabel = "FILE")
    private @Nullable Path companies;

    @CommandLine.Option(names = "--scheme", paramLabel = "ID", defaultValue = Network.SCHEME)
    private String scheme = Network.SCHEME;

    @CommandLine.Option(
            names = "--bad-rows",
            paramLabel = "stop|skip",
            defaultValue = "stop",
            converter = Choice.class)
    private BadRows badRows = BadRows.STOP;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    @CommandLine.Mixin private final NetworkWhatIf whatIf = new NetworkWhatIf();

    private long skipped;

    NetworkInput(Console console) {
        this.console = console;
    }

    private static final class Choice implements CommandLine.ITypeConverter<BadRows> {
        @Override
        public BadRows convert(String word) {
            return switch (word) {
                case "stop" -> BadRows.STOP;
                case "skip" -> BadRows.SKIP;
                default -> throw new CommandLine.TypeConversionException("stop | skip: " + word);
            };
        }
    }

    /// Asks the network as it is supposed, and also as it is when anything is supposed; tells the
    /// answer.
    ///
    /// @param question empty when a fault of the call has been told
    int answer(Function<Network, Optional<NetworkAnswer>> question) {
        Optional<Network> loaded = load();
        Optional<Network> supposed = loaded.flatMap(network -> whatIf.of(network, this, console));
        if (loaded.isEmpty() || supposed.isEmpty()) {
            return Command.WRONG;
        }
        Optional<NetworkAnswer> answer;
        Optional<NetworkAnswer> before;
        try (Progress _ = Progress.ofSeconds(console, new Text("秒 計算しています", "s, computing"))) {
            answer = question.apply(supposed.get());
            before =
                    answer.isPresent() && whatIf.any()
                            ? question.apply(loaded.get())
                            : Optional.empty();
        }
        if (answer.isEmpty()) {
            return Command.WRONG;
        }
        if (asJson) {
            Json json = new Json().object();
            answer.get().members().accept(json);
            write(supposed.get(), json);
            before.ifPresent(known -> {
                whatIf.write(json);
                json.key("before").object();
                known.members().accept(json);
                json.end();
            });
            console.out().println(json.end());
        } else {
            before.ifPresent(known -> {
                console.line(new Text("— 今のまま —", "— as it is —"));
                known.lines().run();
                console.line(new Text("— 仮定のもとで —", "— what if —"));
            });
            answer.get().lines().run();
        }
        return Command.YES;
    }

    /// The network as it is supposed, or empty when faults have been told.
    Optional<Network> supposed() {
        return load().flatMap(network -> whatIf.of(network, this, console));
    }

    NetworkWhatIf whatIf() {
        return whatIf;
    }

    boolean asJson() {
        return asJson;
    }

    /// The network as it is, with the levels of the scheme, or empty when its faults have been
    /// told.
    Optional<Network> load() {
        if (saved != null) {
            return opened(saved);
        }
        if (edges == null) {
            console.fault(new Text("--edges か --network が要ります", "--edges or --network is needed"));
            return Optional.empty();
        }
        try (Progress progress = new Progress(console, new Text("行を読みました", "rows read"))) {
            return switch (NetworkFiles.load(edges, companies, badRows, progress::at)) {
                case Loaded.Whole whole -> {
                    skipped = whole.skipped();
                    whole.faults().forEach(fault -> console.fault(text(fault.text())));
                    if (skipped > 0) {
                        console.fault(
                                new Text(
                                        "%,d行を飛ばしました".formatted(skipped),
                                        "%,d rows left out".formatted(skipped)));
                    }
                    yield known(whole.network());
                }
                case Loaded.Refused refused -> {
                    refused.faults().forEach(fault -> console.fault(text(fault.text())));
                    if (refused.more() > 0) {
                        console.fault(
                                new Text(
                                        "ほかにも%,d件あります".formatted(refused.more()),
                                        "and %,d more".formatted(refused.more())));
                    }
                    yield Optional.empty();
                }
            };
        }
    }

    private Optional<Network> opened(Path file) {
        if (edges != null || companies != null) {
            console.fault(
                    new Text(
                            "--network は --edges や --companies と一緒に使えません",
                            "--network excludes --edges and --companies"));
            return Optional.empty();
        }
        try {
            return known(SnapshotFile.open(file));
        } catch (IOException broken) {
            console.fault(
                    new Text(
                            file + ": 保存された供給網として読めません: " + broken.getMessage(),
                            file + ": cannot be opened: " + broken.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Network> known(Network network) {
        if (scheme.equals(Network.SCHEME) || network.schemes().contains(scheme)) {
            return Optional.of(network.asking(scheme));
        }
        console.fault(
                new Text(
                        "会社のファイルに列 level:" + scheme + " がありません",
                        "the companies have no column level:" + scheme));
        return Optional.empty();
    }

    /// The number of a company, or empty when that it is not there has been told.
    OptionalInt company(Network network, String name) {
        OptionalInt company = network.company(name);
        if (company.isEmpty()) {
            console.fault(
                    new Text(
                            "この会社はどちらのファイルにもありません: " + name,
                            "no company of this name in either file: " + name));
        }
        return company;
    }

    /// Writes what every answer tells of its network.
    private void write(Network network, Json json) {
        json.key("network")
                .object()
                .put("companies", network.companies())
                .put("relations", network.relations())
                .put("doubled", network.counts().doubled())
                .put("self_supply", network.counts().selfSupply())
                .put("isolated", network.counts().isolated())
                .put("unlisted", network.counts().unlisted())
                .put("skipped_rows", skipped)
                .put("scheme", network.scheme())
                .end();
    }

    private String text(Phrase phrase) {
        return "hoshimori: " + console.say(new Text(phrase.ja(), phrase.en()));
    }
}
