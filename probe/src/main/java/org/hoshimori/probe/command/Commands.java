package org.hoshimori.probe.command;

import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// All commands and options of this process, as picocli reads them.
@CommandLine.Command(
        name = "hoshimori",
        mixinStandardHelpOptions = true,
        version = "Hoshimori 0.1.0")
final class Commands {

    /// Read by [Console] before; named here to be known everywhere.
    @CommandLine.Option(
            names = "--lang",
            paramLabel = "ja|en",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Language language;

    private Commands() {}

    private enum Language {
        ja,
        en
    }

    static int run(List<String> args, Console console) {
        CommandLine line = line(new ProbeCommand(console), console);
        if (args.isEmpty()) {
            line.usage(console.out());
            return Main.WRONG;
        }
        return line.execute(args.toArray(String[]::new));
    }

    static CommandLine line(ProbeCommand probe, Console console) {
        return new CommandLine(new Commands())
                .addSubcommand(probe)
                .addSubcommand(new RateCommand(console))
                .setOut(console.out())
                .setErr(console.err())
                .setResourceBundle(
                        ResourceBundle.getBundle(
                                "org.hoshimori.probe.command.command",
                                console.locale(),
                                ResourceBundle.Control.getNoFallbackControl(
                                        ResourceBundle.Control.FORMAT_DEFAULT)))
                .setParameterExceptionHandler((wrong, _) -> refused(wrong, console))
                .setExecutionExceptionHandler((broken, _, _) -> Main.broken(broken, console));
    }

    private static int refused(CommandLine.ParameterException wrong, Console console) {
        String problem = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.fault("hoshimori: " + problem);
        console.fault("使い方: " + name + " --help", "see " + name + " --help");
        return Main.WRONG;
    }
}
