package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori export`: answers as CSV or XLSX, or filled into the user's own copy of the official
/// sheet.
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final SchemeChoice choice;

    @CommandLine.Option(names = "--answers", paramLabel = "FILE")
    private @Nullable Path answers;

    @CommandLine.Option(names = "--official-sheet", paramLabel = "THEIR.xlsx")
    private @Nullable Path officialSheet;

    @CommandLine.Option(names = "--level", paramLabel = "ID")
    private @Nullable String level;

    @CommandLine.Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
        this.choice = new SchemeChoice(console);
    }

    @Override
    public Integer call() {
        Optional<Edition> edition = choice.edition();
        Optional<Answers> given = edition.flatMap(this::given);
        Optional<byte[]> file = given.flatMap(a -> file(edition.orElseThrow(), a));
        return file.isPresent() && WholeFile.write(out, file.get(), console)
                ? Command.YES
                : Command.WRONG;
    }

    private Optional<Answers> given(Edition edition) {
        return answers == null
                ? KeptAnswers.read(console, edition)
                : choice.answers(answers, edition).map(AnswerFile.Read::answers);
    }

    private Optional<byte[]> file(Edition edition, Answers given) {
        if (officialSheet != null) {
            return filled(edition, given, officialSheet);
        }
        String asked = level == null ? edition.levels().getLast().id() : level;
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".csv") && !name.endsWith(".xlsx")) {
            console.fault(
                    new Text(
                            "--out は .csv か .xlsx で終わる名前にしてください",
                            "--out must end in .csv or .xlsx"));
            return Optional.empty();
        }
        return choice.level(edition, asked)
                .map(found ->
                        name.endsWith(".csv")
                                ? AnswerFiles.csv(edition, found.id(), given)
                                : AnswerFiles.xlsx(edition, found.id(), given));
    }

    private Optional<byte[]> filled(Edition edition, Answers given, Path sheet) {
        Optional<byte[]> theirs = WholeFile.read(sheet, console);
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        return switch (OfficialSheets.fill(sheet.toString(), theirs.get(), edition, given)) {
            case OfficialSheet.Filling.Filled filled -> Optional.of(filled.file());
            case OfficialSheet.Filling.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Optional.empty();
            }
        };
    }
}
