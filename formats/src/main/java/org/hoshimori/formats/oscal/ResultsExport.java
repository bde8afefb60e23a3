package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Missing;
import org.hoshimori.rules.Outcome;

/// An evaluation as an assessment plan, assessment results and a plan of action.
public final class ResultsExport {
    private final Exporting exporting;
    private final Ids ids;
    private final Evaluation evaluation;
    private final Map<String, AnswerRow> rows = new LinkedHashMap<>();

    private ResultsExport(Exporting exporting) {
        this.exporting = exporting;
        this.ids = exporting.ids();
        exporting.rows().forEach(row -> rows.put(row.id(), row));
        this.evaluation = exporting.edition().evaluate(exporting.level(), exporting.answers());
    }

    private Tree.Fields reviewed() {
        return Tree.of(
                "control-selections",
                List.of(
                        Tree.of(
                                "include-controls",
                                exporting.edition().criteriaOf(exporting.level()).stream()
                                        .map(c -> Tree.of("control-id", ids.token(c.id())))
                                        .toList())));
    }

    /// What a level asks to be looked at.
    public static OscalDocument plan(Exporting exporting) {
        ResultsExport export = new ResultsExport(exporting);
        return OscalDocument.of(
                OscalKind.ASSESSMENT_PLAN,
                Tree.of(
                        "uuid",
                        exporting.documentUuid(OscalKind.ASSESSMENT_PLAN),
                        "metadata",
                        exporting.metadata(OscalKind.ASSESSMENT_PLAN),
                        "import-ssp",
                        Tree.of("href", exporting.file(OscalKind.SSP)),
                        "reviewed-controls",
                        export.reviewed(),
                        "assessment-subjects",
                        List.of(Tree.of("type", "component", "include-all", Tree.of()))));
    }

    /// One finding for each criterion of the level, with the result and all that recomputes it.
    public static OscalDocument results(Exporting exporting) {
        ResultsExport export = new ResultsExport(exporting);
        return OscalDocument.of(
                OscalKind.ASSESSMENT_RESULTS,
                Tree.of(
                        "uuid",
                        exporting.documentUuid(OscalKind.ASSESSMENT_RESULTS),
                        "metadata",
                        exporting.metadata(OscalKind.ASSESSMENT_RESULTS),
                        "import-ap",
                        Tree.of("href", exporting.file(OscalKind.ASSESSMENT_PLAN)),
                        "results",
                        List.of(export.result())));
    }

    private Tree.Fields result() {
        List<Tree> findings = new ArrayList<>();
        Set<Criterion> missing = missing();
        for (AnswerRow row : rows.values()) {
            exporting
                    .criterion(row)
                    .ifPresent(criterion ->
                            findings.add(finding(row, criterion, missing.contains(criterion))));
        }
        return Tree.of(
                "uuid",
                exporting.uuid("result", evaluation.inputs()),
                "title",
                exporting.levelTitle(),
                "description",
                exporting.say(
                        "自己評価の回答を規則で評価した結果。確認も登録もされていません。",
                        "What the rules make of a self-assessment; neither confirmed nor registered."),
                "start",
                exporting.moment(),
                "props",
                List.of(
                        Exporting.own("met", String.valueOf(evaluation.met())),
                        Exporting.own("reached", evaluation.reached()),
                        Exporting.own("rule", evaluation.rule()),
                        Exporting.own("engine", Evaluation.ENGINE),
                        Exporting.own("inputs", evaluation.inputs())),
                "reviewed-controls",
                reviewed(),
                "findings",
                findings);
    }

    private Set<Criterion> missing() {
        return evaluation.missing().stream().map(Missing::criterion).collect(Collectors.toSet());
    }

    private Tree.Fields finding(AnswerRow row, Criterion criterion, boolean missing) {
        Outcome outcome = Outcome.of(exporting.answers().to(row.id()).orElse(null));
        boolean part = !criterion.id().equals(row.id());
        boolean satisfied = part ? outcome.passes() : !missing && outcome.passes();
        return Tree.of(
                "uuid",
                exporting.uuid("finding", row.id()),
                "title",
                row.id(),
                "description",
                Exporting.line(exporting.say(outcome.why())),
                "props",
                Exporting.answerProps(row),
                "target",
                Tree.of(
                        "type",
                        "statement-id",
                        "target-id",
                        part
                                ? ids.token(criterion.id())
                                        + "_smt."
                                        + row.id().replaceAll("^.*\\[|]$", "")
                                : ids.token(row.id()) + "_smt",
                        "status",
                        Tree.of(
                                "state",
                                satisfied ? "satisfied" : "not-satisfied",
                                "reason",
                                satisfied ? "pass" : row.answer().isEmpty() ? "other" : "fail")),
                "remarks",
                Markdown.of(row.detail()));
    }

    /// One item for each criterion that is missing; nothing when none is.
    public static Optional<OscalDocument> actions(Exporting exporting) {
        ResultsExport export = new ResultsExport(exporting);
        if (export.evaluation.missing().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                OscalDocument.of(
                        OscalKind.POAM,
                        Tree.of(
                                "uuid",
                                exporting.documentUuid(OscalKind.POAM),
                                "metadata",
                                exporting.metadata(OscalKind.POAM),
                                "import-ssp",
                                Tree.of("href", exporting.file(OscalKind.SSP)),
                                "system-id",
                                Tree.of(
                                        "identifier-type",
                                        "http://ietf.org/rfc/rfc4122",
                                        "id",
                                        exporting.uuid("system")),
                                "poam-items",
                                export.evaluation.missing().stream().map(export::item).toList())));
    }

    private Tree.Fields item(Missing missing) {
        String id = missing.criterion().id();
        AnswerRow row = rows.getOrDefault(id, new AnswerRow(id, "", ""));
        return Tree.of(
                "uuid",
                exporting.uuid("item", id),
                "title",
                id,
                "description",
                Markdown.of(
                        exporting.say(missing.outcome().why())
                                + "\n"
                                + exporting.say(missing.completes())),
                "props",
                Exporting.answerProps(row),
                "remarks",
                Markdown.of(row.detail()));
    }
}
