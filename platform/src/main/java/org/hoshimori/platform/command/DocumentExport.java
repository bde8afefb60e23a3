package org.hoshimori.platform.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hoshimori.formats.ciso.CisoExport;
import org.hoshimori.formats.oscal.CatalogExport;
import org.hoshimori.formats.oscal.Exporting;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.formats.oscal.OscalFiles;
import org.hoshimori.formats.oscal.OscalKind;
import org.hoshimori.formats.oscal.PlanExport;
import org.hoshimori.formats.oscal.Resolution;
import org.hoshimori.formats.oscal.ResultsExport;
import org.hoshimori.formats.oscal.Syntax;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.NearMiss;
import org.hoshimori.rules.Text;

/// Writes documents for other programs.
final class DocumentExport {
    private static final String CISO = "ciso-assistant";

    private final Console console;
    private final Path out;

    DocumentExport(Console console, Path out) {
        this.console = console;
        this.out = out;
    }

    static Optional<OscalKind> kind(String format) {
        return Arrays.stream(OscalKind.values())
                .filter(kind -> kind != OscalKind.MAPPING_COLLECTION)
                .filter(kind -> format.equals("oscal-" + kind.code()))
                .findFirst();
    }

    /// Whether `format` is one of ours; tells which there are when not.
    boolean knows(String format) {
        List<String> known =
                Stream.concat(
                                Arrays.stream(OscalKind.values())
                                        .filter(kind -> kind != OscalKind.MAPPING_COLLECTION)
                                        .map(kind -> "oscal-" + kind.code()),
                                Stream.of(CISO))
                        .toList();
        if (known.contains(format)) {
            return true;
        }
        String meant =
                NearMiss.of(format, known).orElse(known.stream().collect(Collectors.joining(", ")));
        console.fault(
                new Text(
                        "--format「" + format + "」はありません: " + meant,
                        "--format: there is no " + format + "; there are: " + meant));
        return false;
    }

    /// By the ending of `--out`, or nothing after it was told which endings there are.
    Optional<Syntax> syntax() {
        String name = out.toString().toLowerCase(Locale.ROOT);
        Optional<Syntax> syntax =
                name.endsWith(".json")
                        ? Optional.of(Syntax.JSON)
                        : name.endsWith(".yaml") || name.endsWith(".yml")
                                ? Optional.of(Syntax.YAML)
                                : name.endsWith(".xml")
                                        ? Optional.of(Syntax.XML)
                                        : Optional.empty();
        if (syntax.isEmpty()) {
            console.fault(
                    new Text(
                            "--out は .json、.yaml、.xml のどれかで終わる名前にしてください",
                            "--out must end in .json, .yaml or .xml"));
        }
        return syntax;
    }

    /// A library for CISO Assistant.
    int library(Edition edition) {
        Optional<Syntax> syntax = syntax();
        if (syntax.isEmpty()) {
            return Command.WRONG;
        }
        if (syntax.get() != Syntax.YAML) {
            console.fault(
                    new Text(CISO + " は .yaml で終わる名前にしてください", CISO + " is written as .yaml only"));
            return Command.WRONG;
        }
        return WholeFile.write(out, CisoExport.library(edition), console)
                ? Command.YES
                : Command.WRONG;
    }

    int export(OscalKind kind, Exporting exporting) {
        Optional<OscalDocument> document =
                switch (kind) {
                    case CATALOG ->
                            KeptDocuments.catalogOf(console, exporting.edition())
                                    .or(() -> Optional.of(CatalogExport.catalog(exporting)));
                    case PROFILE -> Optional.of(CatalogExport.profile(exporting));
                    case SSP -> Optional.of(PlanExport.plan(exporting));
                    case COMPONENT_DEFINITION -> Optional.of(PlanExport.component(exporting));
                    case ASSESSMENT_PLAN -> Optional.of(ResultsExport.plan(exporting));
                    case ASSESSMENT_RESULTS -> Optional.of(ResultsExport.results(exporting));
                    case POAM -> ResultsExport.actions(exporting);
                    case MAPPING_COLLECTION -> Optional.empty();
                };
        if (document.isEmpty()) {
            console.line(
                    new Text(
                            "足りないものはなく、是正計画に書くことがありません。何も書いていません。",
                            "Nothing is missing, so there is nothing to plan; nothing was written."));
            return Command.NO;
        }
        return write(document.get());
    }

    /// A document that the caller names, in another syntax; a profile as the catalog it resolves
    /// to.
    int convert(Path file, boolean resolve, List<Path> with) {
        Optional<OscalDocument> document = Documents.read(file, console);
        if (document.isPresent()) {
            Documents.tell(document.get().notices(), console);
        }
        if (document.isPresent() && resolve && document.get().kind() == OscalKind.PROFILE) {
            Optional<Resolution.Resolved> resolved =
                    Documents.resolve(file, document.get(), with, console);
            resolved.ifPresent(one -> Documents.tell(one.notices(), console));
            document = resolved.map(Resolution.Resolved::catalog);
        }
        return document.map(this::write).orElse(Command.WRONG);
    }

    private int write(OscalDocument document) {
        Optional<Syntax> syntax = syntax();
        if (syntax.isEmpty()) {
            return Command.WRONG;
        }
        List<String> left = new ArrayList<>();
        byte[] bytes = OscalFiles.write(document, syntax.get(), left);
        for (String path : left) {
            console.fault(
                    console.say(
                            new Text(
                                    path + ": XMLに置き場所がなく、書いていません",
                                    path + ": has no place in XML and was left out")));
        }
        return WholeFile.write(out, bytes, console) ? Command.YES : Command.WRONG;
    }
}
