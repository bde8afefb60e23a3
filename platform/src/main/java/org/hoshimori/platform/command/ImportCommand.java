package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hoshimori.formats.ciso.CisoLibrary;
import org.hoshimori.formats.oscal.OscalFiles;
import org.hoshimori.formats.oscal.Syntax;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.OfficialWording;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.hoshimori.rules.sheet.OfficialSheets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `hoshimori import`: takes over a file, recognised by its content: OSCAL, a CISO Assistant
/// library, a scheme's own sheet (its wording, the levels and labels that only it knows, and the
/// answers in it), or answers as CSV or XLSX.
@CommandLine.Command(name = "import", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Mixin private final SchemeChoice choice;

    @CommandLine.Option(names = "--dry-run")
    private boolean dryRun;

    @CommandLine.Option(names = "--json")
    private boolean asJson;

    @CommandLine.Option(names = "--with", paramLabel = "FILE")
    private List<Path> with = new ArrayList<>();

    @CommandLine.Option(names = "--as", paramLabel = "SCHEME[/EDITION]")
    private @Nullable String as;

    @CommandLine.Option(names = "--group", paramLabel = "ID", defaultValue = "")
    private String group = "";

    @CommandLine.Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("-");

    ImportCommand(Console console) {
        this.console = console;
        this.choice = new SchemeChoice(console);
    }

    @Override
    public Integer call() {
        Optional<byte[]> bytes = WholeFile.read(file, console);
        if (bytes.isEmpty()) {
            return Command.WRONG;
        }
        DocumentImport documents = new DocumentImport(console, file, dryRun, asJson, as);
        if (CisoLibrary.recognises(bytes.get())) {
            return documents.library(bytes.get(), group);
        }
        Optional<Syntax> syntax = OscalFiles.recognise(bytes.get());
        if (syntax.isPresent()) {
            return documents.oscal(bytes.get(), syntax.get(), with, choice, this::take);
        }
        return choice.edition(bytes.get())
                .map(edition -> sheet(edition, bytes.get()))
                .orElse(Command.WRONG);
    }

    private int sheet(Edition edition, byte[] bytes) {
        return OfficialSheets.recognises(bytes, edition)
                ? official(edition, bytes)
                : choice.answers(file.toString(), bytes, edition)
                        .map(read -> take(edition, read, null, read.form().code(), false))
                        .orElse(Command.WRONG);
    }

    private int official(Edition edition, byte[] bytes) {
        return switch (OfficialSheets.read(file.toString(), bytes, edition)) {
            case OfficialSheet.Reading.Read read ->
                    choice.answers(file.toString(), bytes, edition)
                            .map(answers ->
                                    take(
                                            edition,
                                            answers,
                                            read.sheet(),
                                            answers.form().code(),
                                            false))
                            .orElse(Command.WRONG);
            case OfficialSheet.Reading.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Command.WRONG;
            }
        };
    }

    private int take(
            Edition edition,
            AnswerFile.Read read,
            @Nullable OfficialSheet sheet,
            String recognised,
            boolean joins) {
        Optional<AnswerChanges.Taken> taken =
                AnswerChanges.take(console, edition, read.answers(), joins);
        if (taken.isEmpty()) {
            return Command.WRONG;
        }
        // An official sheet without a mark in it brings wording only: it must not wipe what was
        // imported.
        boolean answersTaken = sheet == null || !read.answers().byCriterion().isEmpty();
        boolean written =
                dryRun
                        || (sheet == null || keep(edition, sheet.wording()))
                                && (!answersTaken
                                        || KeptAnswers.write(
                                                console, edition, taken.get().answers()));
        if (!written) {
            return Command.WRONG;
        }
        ImportReport report =
                new ImportReport(
                        file,
                        recognised,
                        edition,
                        read,
                        sheet,
                        answersTaken ? taken.get().changes() : AnswerChanges.NONE,
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
                OfficialWording.place(console.data().resolve("schemes"), edition),
                wording.bytes(),
                console);
    }
}
