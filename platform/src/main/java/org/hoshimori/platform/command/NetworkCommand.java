package org.hoshimori.platform.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/// `hoshimori network`: questions over a supply network; each is a command of its own.
@CommandLine.Command(name = "network", mixinStandardHelpOptions = true)
final class NetworkCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private NetworkCommand() {}

    static CommandLine with(Console console) {
        return new CommandLine(new NetworkCommand())
                .addSubcommand(new NetworkTiersCommand(console))
                .addSubcommand(new NetworkExposureCommand(console))
                .addSubcommand(new NetworkRollUpCommand(console))
                .addSubcommand(new NetworkChokepointsCommand(console))
                .addSubcommand(new NetworkShockCommand(console))
                .addSubcommand(new NetworkWithheldCommand(console))
                .addSubcommand(new NetworkSummaryCommand(console))
                .addSubcommand(new NetworkPictureCommand(console))
                .addSubcommand(new NetworkSaveCommand(console))
                .addSubcommand(new NetworkGenerateCommand(console));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "network: " + String.join(", ", spec.commandLine().getSubcommands().keySet()));
    }
}
