package org.hoshimori.platform.command;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ScopeType;

/// The door: runs one command. Exit codes everywhere: 0 yes, 1 an honest no, 2 the input or the
/// call is wrong, with one line for each fault on standard error.
@CommandLine.Command(
        name = "hoshimori",
        mixinStandardHelpOptions = true,
        version = "Hoshimori 0.1.0")
public final class Command {
    static final int YES = 0;
    static final int NO = 1;
    static final int WRONG = 2;

    /// Named here to be known and explained everywhere; [Console] has read it before.
    @CommandLine.Option(names = "--lang", paramLabel = "ja|en", scope = ScopeType.INHERIT)
    private @Nullable Language language;

    /// As `--lang`.
    @CommandLine.Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private @Nullable Path data;

    private Command() {}

    private enum Language {
        ja,
        en
    }

    /// Whether `args` ask for a command rather than for `serve` or `demo`.
    public static boolean understands(List<String> args) {
        return args.isEmpty()
                || !args.getFirst().startsWith("--")
                        && !List.of("serve", "demo").contains(args.getFirst())
                || List.of("--help", "--version", "--lang", "--data")
                        .contains(args.getFirst().split("=", 2)[0]);
    }

    /// Runs with the process's own streams.
    public static int run(List<String> args) {
        // Libraries would log to standard output, where scripts read the result.
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
                instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.OFF);
        }
        try (Console console = Console.ofProcess(args)) {
            return run(args, console);
        }
    }

    static int run(List<String> args, Console console) {
        if (!args.isEmpty() && OutsideView.NAMES.contains(args.getFirst())) {
            return OutsideView.run(args, console);
        }
        CommandLine line =
                new CommandLine(new Command())
                        .addSubcommand(new SchemesCommand(console))
                        .addSubcommand(new EvaluateCommand(console))
                        .addSubcommand(new ImportCommand(console))
                        .addSubcommand(new ExportCommand(console))
                        .addSubcommand(new PlanCommand(console))
                        .addSubcommand(new CrosswalkCommand(console))
                        .addSubcommand(new VerifyCommand(console))
                        .addSubcommand(NetworkCommand.with(console))
                        .addSubcommand("probe", OutsideView.named())
                        .addSubcommand("rate", OutsideView.named())
                        .setResourceBundle(console.words())
                        .setOut(console.out())
                        .setErr(console.err())
                        .setParameterExceptionHandler((wrong, _) -> refused(wrong, console))
                        .setExecutionExceptionHandler((broken, _, _) -> broken(broken, console));
        if (args.isEmpty()) {
            line.usage(console.out());
            return WRONG;
        }
        return line.execute(args.toArray(String[]::new));
    }

    private static int refused(CommandLine.ParameterException wrong, Console console) {
        String problem =
                Objects.requireNonNullElse(wrong.getMessage(), "").lines().findFirst().orElse("");
        console.fault("hoshimori: " + problem);
        console.fault(
                console.say(
                        new Text(
                                "使い方: "
                                        + wrong.getCommandLine().getCommandSpec().qualifiedName()
                                        + " --help",
                                "see "
                                        + wrong.getCommandLine().getCommandSpec().qualifiedName()
                                        + " --help")));
        return WRONG;
    }

    /// The machine failed, not the caller: still one line and no stack trace.
    private static int broken(Exception broken, Console console) {
        console.fault("hoshimori: " + broken);
        return WRONG;
    }
}
