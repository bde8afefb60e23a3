package org.hoshimori.platform.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Missing;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori evaluate`: what a file of answers amounts to. 0 the level is reached, 1 it is not.
@CommandLine.Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final SchemeChoice choice;

    @CommandLine.Option(names = "--level", paramLabel = "ID")
    private @Nullable String level;

    @CommandLine.Option(names = "--set", paramLabel = "ID=NUMBER")
    private Map<String, BigDecimal> settings = new TreeMap<>();

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    @CommandLine.Option(names = "--many")
    private boolean many;

    @CommandLine.Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @CommandLine.Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("-");

    EvaluateCommand(Console console) {
        this.console = console;
        this.choice = new SchemeChoice(console);
    }

    @Override
    public Integer call() {
        if (out != null && !many) {
            console.fault(new Text("--out は --many とともに使います", "--out goes with --many"));
            return Command.WRONG;
        }
        if (many) {
            return choice.edition().map(this::evaluateMany).orElse(Command.WRONG);
        }
        Optional<Evaluation> evaluation = choice.edition().flatMap(this::evaluate);
        if (evaluation.isEmpty()) {
            return Command.WRONG;
        }
        if (asJson) {
            console.out().println(evaluation.get().json(console.locale()));
        } else {
            print(evaluation.get());
        }
        return evaluation.get().met() ? Command.YES : Command.NO;
    }

    private Optional<Evaluation> evaluate(Edition edition) {
        Optional<Level> asked = choice.level(edition, level);
        if (asked.isEmpty() || !choice.settings(edition, settings.keySet())) {
            return Optional.empty();
        }
        return choice.answers(file, edition)
                .map(read ->
                        edition.placed(read.levels())
                                .evaluate(asked.get().id(), read.answers(), settings));
    }

    private int evaluateMany(Edition edition) {
        Optional<Level> asked = choice.level(edition, level);
        return asked.isEmpty() || !choice.settings(edition, settings.keySet())
                ? Command.WRONG
                : new EvaluateMany(console, edition, asked.get(), settings).run(file, out, asJson);
    }

    private void print(Evaluation evaluation) {
        Evaluation.Counts counts = evaluation.counts();
        String asked =
                console.say(evaluation.edition().level(evaluation.asked()).orElseThrow().title());
        console.line(
                evaluation.met()
                        ? new Text(
                                asked + " に届く回答です (自己評価)。",
                                "The answers reach " + asked + " (self-assessed).")
                        : new Text(
                                asked + " にはまだ届きません。", "The answers do not reach " + asked + "."));
        console.line(
                new Text(
                        "状態 %s、届いている段階 %s".formatted(evaluation.status(), evaluation.reached()),
                        "status %s, level reached %s"
                                .formatted(evaluation.status(), evaluation.reached())));
        console.line(
                new Text(
                        "満たす %d、該当しない %d、一部 %d、満たさない %d、未回答 %d、全部で %d"
                                .formatted(
                                        counts.met(),
                                        counts.notApplicable(),
                                        counts.partial(),
                                        counts.notMet(),
                                        counts.unanswered(),
                                        counts.total()),
                        "met %d, not applicable %d, partial %d, not met %d, unanswered %d, of %d"
                                .formatted(
                                        counts.met(),
                                        counts.notApplicable(),
                                        counts.partial(),
                                        counts.notMet(),
                                        counts.unanswered(),
                                        counts.total())));
        evaluation.steps().forEach(console::line);
        for (Missing missing : evaluation.missing()) {
            console.out()
                    .println(
                            "  "
                                    + missing.criterion().id()
                                    + " "
                                    + console.say(missing.outcome().why())
                                    + " → "
                                    + console.say(missing.completes()));
        }
        console.out().println(evaluation.rule() + " " + evaluation.inputs());
    }
}
