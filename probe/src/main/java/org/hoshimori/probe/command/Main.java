package org.hoshimori.probe.command;

import java.util.List;
import org.hoshimori.probe.tls.TlsClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The door of the probe's own process. Exit codes: 0 yes, 1 an honest no, 2 the input or the call
/// is wrong, with one line for each fault on standard error.
@CommandLine.Command(
        name = "hoshimori",
        mixinStandardHelpOptions = true,
        version = "Hoshimori 0.1.0")
public final class Main {
    static final int YES = 0;
    static final int NO = 1;
    static final int WRONG = 2;

    /// Read by [Console] before; named here to be known everywhere.
    @CommandLine.Option(
            names = "--lang",
            paramLabel = "ja|en",
            scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Language language;

    private Main() {}

    private enum Language {
        ja,
        en
    }

    public static void main(String[] args) {
        List<String> list = List.of(args);
        if (list.contains("probe")) {
            // While the call is read, another core makes ready what every look at TLS needs.
            Thread.ofPlatform().daemon().start(TlsClient::prepare);
        }
        int code;
        try (Console console = Console.ofProcess(list)) {
            code = run(list, console);
        }
        System.exit(code);
    }

    static int run(List<String> args, Console console) {
        CommandLine line =
                new CommandLine(new Main())
                        .addSubcommand(new ProbeCommand(console))
                        .addSubcommand(new RateCommand(console))
                        .setOut(console.out())
                        .setErr(console.err())
                        .setResourceBundle(
                                java.util.ResourceBundle.getBundle(
                                        "org.hoshimori.probe.command.command",
                                        console.locale(),
                                        java.util.ResourceBundle.Control.getNoFallbackControl(
                                                java.util.ResourceBundle.Control.FORMAT_DEFAULT)))
                        .setParameterExceptionHandler((wrong, _) -> refused(wrong, console))
                        .setExecutionExceptionHandler((broken, _, _) -> broken(broken, console));
        if (args.isEmpty()) {
            line.usage(console.out());
            return WRONG;
        }
        return line.execute(args.toArray(String[]::new));
    }

    private static int refused(CommandLine.ParameterException wrong, Console console) {
        String problem = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.fault("hoshimori: " + problem);
        console.fault("使い方: " + name + " --help", "see " + name + " --help");
        return WRONG;
    }

    private static int broken(Exception broken, Console console) {
        console.fault("hoshimori: " + broken);
        return WRONG;
    }
}
