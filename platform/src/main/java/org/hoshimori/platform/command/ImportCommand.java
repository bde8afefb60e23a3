package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.hoshimori.rules.sheet.OfficialWording;
import org.hoshimori.rules.sheet.OfficialWordings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori import`: takes over a file, recognised by its content: the official sheet (its
/// wording and the answers in it), or answers as CSV or XLSX.
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final SchemeChoice choice;

    @CommandLine.Option(names = "--dry-run")
    private boolean dryRun;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    @CommandLine.Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("-");

    ImportCommand(Console console) {
        this.console = console;
        this.choice = new SchemeChoice(console);
    }

    @Override
    public Integer call() {
        Optional<Edition> edition = choice.edition();
        Optional<byte[]> bytes = edition.flatMap(_ -> WholeFile.read(file, console));
        if (edition.isEmpty() || bytes.isEmpty()) {
            return Command.WRONG;
        }
        return OfficialSheets.recognises(bytes.get(), edition.get())
                ? official(edition.get(), bytes.get())
                : choice.answers(file.toString(), bytes.get(), edition.get())
                        .map(read -> take(edition.get(), read, null))
                        .orElse(Command.WRONG);
    }

    private int official(Edition edition, byte[] bytes) {
        return switch (OfficialSheets.read(file.toString(), bytes, edition)) {
            case OfficialSheet.Reading.Read read ->
                    choice.answers(file.toString(), bytes, edition)
                            .map(answers -> take(edition, answers, read.sheet()))
                            .orElse(Command.WRONG);
            case OfficialSheet.Reading.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Command.WRONG;
            }
        };
    }

    private int take(Edition edition, AnswerFile.Read read, @Nullable OfficialSheet sheet) {
        Optional<Answers> before = KeptAnswers.read(console, edition);
        if (before.isEmpty()) {
            return Command.WRONG;
        }
        AnswerChanges changes = AnswerChanges.between(before.get(), read.answers());
        // An official sheet without a mark in it brings wording only: it must not wipe what was
        // imported.
        boolean answersTaken = sheet == null || !read.answers().byCriterion().isEmpty();
        boolean written =
                dryRun
                        || (sheet == null || keep(edition, sheet.wording()))
                                && (!answersTaken
                                        || KeptAnswers.write(console, edition, read.answers()));
        if (!written) {
            return Command.WRONG;
        }
        ImportReport report =
                new ImportReport(
                        file,
                        edition,
                        read,
                        sheet,
                        answersTaken ? changes : AnswerChanges.NONE,
                        dryRun);
        if (asJson) {
            console.out().println(report.json());
        } else {
            report.print(console);
        }
        return Command.YES;
    }

    private boolean keep(Edition edition, OfficialWording wording) {
        return WholeFile.write(
                OfficialWordings.place(console.data(), edition), wording.bytes(), console);
    }
}
