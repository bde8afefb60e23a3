package org.hoshimori.platform.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.network.Network;
import org.hoshimori.network.SnapshotFile;
import org.hoshimori.rules.Text;
import picocli.CommandLine;

/// `hoshimori network save`: keeps a network in the form that opens at once.
@CommandLine.Command(name = "save", mixinStandardHelpOptions = true)
final class NetworkSaveCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final NetworkInput input;

    @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out = Path.of("");

    NetworkSaveCommand(Console console) {
        this.console = console;
        this.input = new NetworkInput(console);
    }

    @Override
    public Integer call() {
        Optional<Network> network = input.supposed();
        if (network.isEmpty()) {
            return Command.WRONG;
        }
        try {
            SnapshotFile.save(network.get(), out);
        } catch (IOException broken) {
            console.fault(
                    new Text("書けません: " + broken.getMessage(), "cannot be written: " + broken));
            return Command.WRONG;
        }
        console.line(
                new Text(
                        out + " に保存しました。次から --network で開けます",
                        "saved as " + out + "; open it with --network"));
        return Command.YES;
    }
}
