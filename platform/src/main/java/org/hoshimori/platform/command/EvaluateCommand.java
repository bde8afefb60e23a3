package org.hoshimori.platform.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Due;
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

    @CommandLine.Option(names = "--on", paramLabel = "DATE", converter = Day.class)
    private @Nullable LocalDate on;

    @CommandLine.Option(names = "--conditional-since", paramLabel = "DATE", converter = Day.class)
    private @Nullable LocalDate conditional;

    @CommandLine.Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @CommandLine.Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("-");

    /// Four digits of a year, two of a month, two of a day.
    private static final class Day implements CommandLine.ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String word) {
            try {
                return LocalDate.parse(word);
            } catch (DateTimeException e) {
                throw new CommandLine.TypeConversionException("YYYY-MM-DD: " + word);
            }
        }
    }

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
        if (many && on != null) {
            console.fault(new Text("--on は --many とともに使えません", "--on does not go with --many"));
            return Command.WRONG;
        }
        if (conditional != null && (on == null || conditional.isAfter(on))) {
            console.fault(
                    new Text(
                            "--conditional-since には、その日以後の評価の日 --on が要ります",
                            "--conditional-since needs --on, a day of assessment not before it"));
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
            console.out().println(evaluation.get().json(console.locale(), on, conditional));
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
                        edition.placed(read.placing())
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
        if (on != null) {
            due(Due.of(evaluation, on, conditional), on);
        }
        console.out().println(evaluation.rule() + " " + evaluation.inputs());
    }

    private void due(List<Due> all, LocalDate assessed) {
        if (all.isEmpty()) {
            console.line(
                    new Text(
                            assessed + " の評価から始まる期限はありません。",
                            "No deadline begins with the assessment of " + assessed + "."));
        }
        LocalDate today = console.today();
        for (Due due : all) {
            Text what = due.deadline().title();
            Text since = due.deadline().from();
            boolean passed = due.passed(today);
            boolean again = due.deadline().repeats();
            console.line(
                    new Text(
                            "  %s まで%s: %s (%s %s から)%s"
                                    .formatted(
                                            due.day(),
                                            again ? "、その後も繰り返し" : "",
                                            what.ja(),
                                            since.ja(),
                                            due.since(),
                                            (due.atLeast() ? " ※祝日を数えていないため、実際は後かもしれません" : "")
                                                    + (passed ? " — 過ぎています" : "")),
                            "  by %s%s: %s (from %s, %s)%s"
                                    .formatted(
                                            due.day(),
                                            again ? ", and again after" : "",
                                            what.en(),
                                            since.en(),
                                            due.since(),
                                            (due.atLeast()
                                                            ? " (at the earliest: holidays are not known)"
                                                            : "")
                                                    + (passed ? " — has passed" : ""))));
        }
    }
}
