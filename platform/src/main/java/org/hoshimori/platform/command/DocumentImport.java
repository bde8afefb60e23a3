package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.formats.SchemeDraft;
import org.hoshimori.formats.ciso.CisoLibrary;
import org.hoshimori.formats.oscal.CatalogDraft;
import org.hoshimori.formats.oscal.OscalAnswers;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.formats.oscal.OscalFiles;
import org.hoshimori.formats.oscal.OscalKind;
import org.hoshimori.formats.oscal.OscalMappings;
import org.hoshimori.formats.oscal.Resolution;
import org.hoshimori.formats.oscal.Syntax;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Fault;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.AnswerFile;
import org.hoshimori.rules.sheet.OfficialSheet;
import org.jspecify.annotations.Nullable;

/// Takes over documents of other programs: what asks becomes an edition, what answers becomes
/// answers, everything else is kept as it is.
final class DocumentImport {
    /// Keeps answers and tells what changed.
    @FunctionalInterface
    interface Taker {
        int take(
                Edition edition,
                AnswerFile.Read read,
                @Nullable OfficialSheet sheet,
                String recognised,
                boolean joins);
    }

    private final Console console;
    private final Path file;
    private final boolean dryRun;
    private final boolean asJson;
    private final @Nullable String as;

    DocumentImport(
            Console console, Path file, boolean dryRun, boolean asJson, @Nullable String as) {
        this.console = console;
        this.file = file;
        this.dryRun = dryRun;
        this.asJson = asJson;
        this.as = as;
    }

    int oscal(byte[] bytes, Syntax syntax, List<Path> with, SchemeChoice choice, Taker taker) {
        Optional<OscalDocument> read = Documents.read(file.toString(), bytes, syntax, console);
        if (read.isEmpty()) {
            return Command.WRONG;
        }
        OscalDocument document = read.get();
        String recognised = "oscal-" + document.kind().code();
        return switch (document.kind()) {
            case CATALOG -> edition(document, document, bytes, recognised, List.of());
            case PROFILE -> {
                Optional<Resolution.Resolved> resolved =
                        Documents.resolve(file, document, with, console);
                yield resolved.isEmpty()
                        ? Command.WRONG
                        : edition(
                                document,
                                resolved.get().catalog(),
                                bytes,
                                recognised,
                                resolved.get().notices());
            }
            case SSP, ASSESSMENT_RESULTS, POAM ->
                    choice.edition()
                            .map(edition -> answers(document, edition, recognised, choice, taker))
                            .orElse(Command.WRONG);
            case MAPPING_COLLECTION, COMPONENT_DEFINITION, ASSESSMENT_PLAN ->
                    kept(document, recognised, document.notices());
        };
    }

    private int answers(
            OscalDocument document,
            Edition edition,
            String recognised,
            SchemeChoice choice,
            Taker taker) {
        OscalAnswers.Found found = OscalAnswers.read(file.toString(), document, edition);
        Documents.tell(document.notices(), console);
        Documents.tell(found.notices(), console);
        if (found.rows().isEmpty()) {
            console.fault(
                    file
                            + ": "
                            + console.say(
                                    new Text(
                                            edition.scheme() + "の回答が1つもありません。--scheme を確かめてください",
                                            "holds no answer to "
                                                    + edition.scheme()
                                                    + "; check --scheme")));
            return Command.WRONG;
        }
        boolean joins = document.kind() == OscalKind.POAM;
        return choice.answers(file.toString(), AnswerRow.csv(found.rows()), edition)
                .map(read -> taker.take(edition, read, null, recognised, joins))
                .orElse(Command.WRONG);
    }

    private int edition(
            OscalDocument document,
            OscalDocument catalog,
            byte[] bytes,
            String recognised,
            List<Fault> more) {
        CatalogDraft.Drafted drafted = CatalogDraft.draft(catalog, SchemeDraft.sha256(bytes));
        Optional<SchemeTaking> taking = SchemeTaking.of(file, drafted.draft(), as, console);
        if (taking.isEmpty()) {
            return Command.WRONG;
        }
        List<Fault> notices = new ArrayList<>(document.notices());
        notices.addAll(more);
        Map<Path, byte[]> keep = new LinkedHashMap<>();
        keep.put(
                KeptDocuments.catalog(console, taking.get().edition()),
                OscalFiles.write(catalog, Syntax.JSON));
        return took(
                DocumentReport.of(file, recognised, document, dryRun, notices)
                        .with(taking.get(), drafted.skipped()),
                taking,
                keep);
    }

    int library(byte[] bytes, String group) {
        return switch (CisoLibrary.read(file.toString(), bytes, group)) {
            case CisoLibrary.Reading.Refused refused -> {
                refused.faults().forEach(fault -> console.fault(fault.in(console.locale())));
                yield Command.WRONG;
            }
            case CisoLibrary.Reading.Read read -> library(read.library());
        };
    }

    private int library(CisoLibrary library) {
        Optional<SchemeTaking> taking =
                library.draft().flatMap(draft -> SchemeTaking.of(file, draft, as, console));
        if (library.draft().isPresent() && taking.isEmpty()) {
            return Command.WRONG;
        }
        DocumentReport report =
                DocumentReport.of(
                        file, "ciso-assistant", library.title(), dryRun, library.notices());
        if (taking.isPresent()) {
            report = report.with(taking.get(), List.of());
        }
        Map<Path, byte[]> keep = new LinkedHashMap<>();
        if (library.mappings().isPresent()) {
            OscalDocument mappings = library.mappings().get();
            keep.put(
                    KeptDocuments.place(console, mappings),
                    OscalFiles.write(mappings, Syntax.JSON));
            report = report.with(OscalMappings.counts(mappings));
        }
        return took(report, taking, keep);
    }

    private int kept(OscalDocument document, String recognised, List<Fault> notices) {
        DocumentReport report = DocumentReport.of(file, recognised, document, dryRun, notices);
        if (document.kind() == OscalKind.MAPPING_COLLECTION) {
            report = report.with(OscalMappings.counts(document));
        }
        return took(
                report,
                Optional.empty(),
                Map.of(
                        KeptDocuments.place(console, document),
                        OscalFiles.write(document, Syntax.JSON)));
    }

    private int took(DocumentReport report, Optional<SchemeTaking> taking, Map<Path, byte[]> keep) {
        if (!dryRun) {
            for (Map.Entry<Path, byte[]> one : keep.entrySet()) {
                if (!WholeFile.write(one.getKey(), one.getValue(), console)) {
                    return Command.WRONG;
                }
            }
            if (taking.isPresent() && !taking.get().write(console)) {
                return Command.WRONG;
            }
        }
        report.tell(console, asJson);
        return Command.YES;
    }
}
