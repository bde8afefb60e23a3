package org.hoshimori.platform.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hoshimori.formats.oscal.Exporting;
import org.hoshimori.formats.oscal.OscalKind;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.AnswerFiles;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori export`: answers as CSV or XLSX, filled into the user's own copy of the official
/// sheet, or as documents of OSCAL; editions as OSCAL and as CISO Assistant libraries.
@CommandLine.Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /// What a company says of itself follows the levels of its own sheet; what tells of the scheme
    /// does not.
    private static final Set<OscalKind> OF_ANSWERS =
            Set.of(OscalKind.SSP, OscalKind.ASSESSMENT_RESULTS, OscalKind.POAM);

    private final Console console;

    @CommandLine.Mixin private final SchemeChoice choice;

    @CommandLine.Option(names = "--answers", paramLabel = "FILE")
    private @Nullable Path answers;

    @CommandLine.Option(names = "--official-sheet", paramLabel = "THEIR.xlsx")
    private @Nullable Path officialSheet;

    @CommandLine.Option(names = "--own-sheet")
    private boolean ownSheet;

    @CommandLine.Option(names = "--level", paramLabel = "ID")
    private @Nullable String level;

    @CommandLine.Option(names = "--format", paramLabel = "ID")
    private @Nullable String format;

    @CommandLine.Option(names = "--oscal-version", paramLabel = "V", defaultValue = "1.2.1")
    private String oscalVersion = "1.2.1";

    @CommandLine.Option(names = "--system", paramLabel = "NAME")
    private @Nullable String system;

    @CommandLine.Option(names = "--document", paramLabel = "FILE")
    private @Nullable Path document;

    @CommandLine.Option(names = "--with", paramLabel = "FILE")
    private List<Path> with = new ArrayList<>();

    @CommandLine.Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    ExportCommand(Console console) {
        this.console = console;
        this.choice = new SchemeChoice(console);
    }

    @Override
    public Integer call() {
        DocumentExport documents = new DocumentExport(console, out);
        String asked = format;
        if (asked != null && !documents.knows(asked)) {
            return Command.WRONG;
        }
        if (document != null) {
            return documents.convert(document, "oscal-catalog".equals(asked), with);
        }
        Optional<Edition> edition = choice.edition();
        if (asked != null) {
            return edition.map(one -> documents(documents, one, asked)).orElse(Command.WRONG);
        }
        Optional<Answers> given = edition.flatMap(this::given);
        Optional<byte[]> file = given.flatMap(a -> file(edition.orElseThrow(), a));
        return file.isPresent() && WholeFile.write(out, file.get(), console)
                ? Command.YES
                : Command.WRONG;
    }

    private int documents(DocumentExport documents, Edition chosen, String kindOf) {
        Optional<OscalKind> kind = DocumentExport.kind(kindOf);
        boolean ofEdition = kind.isEmpty() || !OF_ANSWERS.contains(kind.get());
        Edition edition = ownSheet ? chosen.worded() : ofEdition ? chosen.published() : chosen;
        if (kind.isEmpty()) {
            return documents.library(edition);
        }
        if (!Exporting.VERSIONS.contains(oscalVersion)) {
            console.fault(
                    new Text(
                            "--oscal-version は " + String.join("、", Exporting.VERSIONS) + " のどれかです",
                            "--oscal-version is one of " + String.join(", ", Exporting.VERSIONS)));
            return Command.WRONG;
        }
        String asked = level == null ? edition.levels().getLast().id() : level;
        return choice.level(edition, asked)
                .flatMap(found ->
                        given(edition)
                                .map(answers ->
                                        documents.export(
                                                kind.get(),
                                                new Exporting(
                                                        edition,
                                                        found.id(),
                                                        answers,
                                                        name(),
                                                        oscalVersion,
                                                        Files.exists(
                                                                KeptDocuments.catalog(
                                                                        console, edition)),
                                                        console.locale(),
                                                        console.clock()
                                                                .instant()
                                                                .atZone(console.clock().getZone())
                                                                .toOffsetDateTime()
                                                                .truncatedTo(ChronoUnit.SECONDS)))))
                .orElse(Command.WRONG);
    }

    private String name() {
        return system == null || system.isBlank()
                ? console.say(new Text("自己評価の対象", "The assessed organisation"))
                : system;
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
        Optional<Answers> asked = theirs.flatMap(_ -> asked(edition, given));
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return switch (OfficialSheets.fill(
                sheet.toString(), theirs.orElseThrow(), edition, asked.get())) {
            case OfficialSheet.Filling.Filled filled -> {
                filled.notices().forEach(notice -> console.fault(notice.in(console.locale())));
                yield Optional.of(filled.file());
            }
            case OfficialSheet.Filling.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Optional.empty();
            }
        };
    }

    /// Those of the level named; all when none is.
    private Optional<Answers> asked(Edition edition, Answers given) {
        return level == null
                ? Optional.of(given)
                : choice.level(edition, level).map(found -> given.of(edition, found.id()));
    }
}
