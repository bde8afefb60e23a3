package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hoshimori.network.nation.Nation;
import org.hoshimori.network.nation.NationFiles;
import org.hoshimori.network.nation.NationPlan;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network generate`: writes the files of a nation that does not exist.
@CommandLine.Command(name = "generate", mixinStandardHelpOptions = true)
final class NetworkGenerateCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Option(names = "--edges", paramLabel = "FILE", required = true)
    private Path edges = Path.of("");

    @CommandLine.Option(names = "--companies", paramLabel = "FILE", required = true)
    private Path companies = Path.of("");

    @CommandLine.Option(names = "--size", paramLabel = "N", defaultValue = "10000")
    private int size = 10_000;

    @CommandLine.Option(names = "--relations", paramLabel = "N", defaultValue = "0")
    private long relations;

    @CommandLine.Option(names = "--seed", paramLabel = "N", defaultValue = "1")
    private long seed = 1;

    NetworkGenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!NetworkAsker.within(console, "--size", size, 1, 100_000_000)
                || !NetworkAsker.within(console, "--relations", relations, 0, 1 << 30)) {
            return Command.WRONG;
        }
        long wanted = relations == 0 ? 5L * size : relations;
        Nation nation = new Nation(new NationPlan(seed, size, wanted));
        try (Progress progress = new Progress(console, new Text("社を書きました", "companies written"))) {
            NationFiles.companies(nation, companies, done -> progress.at(done, size));
            NationFiles.relations(nation, edges, done -> progress.at(done, size));
        } catch (IOException broken) {
            console.fault(
                    new Text("書けません: " + broken.getMessage(), "cannot be written: " + broken));
            return Command.WRONG;
        }
        console.line(
                new Text(
                        "%s と %s に架空の国を書きました (実在の会社ではありません)".formatted(companies, edges),
                        "a made-up nation stands in %s and %s (no company in it exists)"
                                .formatted(companies, edges)));
        return Command.YES;
    }
}
