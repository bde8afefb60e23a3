package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.formats.AnswerRow;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Outcome;

/// A self-assessment as a system security plan, and as a component definition others can reuse.
public final class PlanExport {
    private final Exporting exporting;
    private final Ids ids;
    private final String component;

    private PlanExport(Exporting exporting) {
        this.exporting = exporting;
        this.ids = exporting.ids();
        this.component = exporting.uuid("component");
    }

    /// Every criterion of the level stands in it: what is not answered says so.
    public static OscalDocument plan(Exporting exporting) {
        return OscalDocument.of(OscalKind.SSP, new PlanExport(exporting).plan());
    }

    private Tree.Fields plan() {
        String system = Exporting.line(exporting.system());
        return Tree.of(
                "uuid",
                exporting.documentUuid(OscalKind.SSP),
                "metadata",
                exporting.metadata(OscalKind.SSP),
                "import-profile",
                Tree.of("href", exporting.file(OscalKind.PROFILE)),
                "system-characteristics",
                Tree.of(
                        "system-ids",
                        List.of(
                                Tree.of(
                                        "identifier-type",
                                        "http://ietf.org/rfc/rfc4122",
                                        "id",
                                        exporting.uuid("system"))),
                        "system-name",
                        OscalAnswers.squeezed(exporting.system()),
                        "description",
                        system,
                        "system-information",
                        Tree.of(
                                "information-types",
                                List.of(
                                        Tree.of(
                                                "uuid",
                                                exporting.uuid("information"),
                                                "title",
                                                exporting.say("評価の対象の情報", "Information in scope"),
                                                "description",
                                                exporting.say(
                                                        "自己評価の適用範囲で扱う情報。分類は記録されていません。",
                                                        "Information handled in the scope of the self-assessment. No classification is recorded.")))),
                        "status",
                        Tree.of("state", "operational"),
                        "authorization-boundary",
                        Tree.of(
                                "description",
                                exporting.say(
                                        "自己評価の適用範囲。この文書には書き出されていません。",
                                        "The scope of the self-assessment, which this document does not carry."))),
                "system-implementation",
                Tree.of(
                        "users",
                        List.of(
                                Tree.of(
                                        "uuid",
                                        exporting.uuid("user"),
                                        "title",
                                        exporting.say("自己評価の担当者", "Who assessed"))),
                        "components",
                        List.of(
                                Tree.of(
                                        "uuid",
                                        component,
                                        "type",
                                        "this-system",
                                        "title",
                                        system,
                                        "description",
                                        system,
                                        "status",
                                        Tree.of("state", "operational")))),
                "control-implementation",
                Tree.of(
                        "description",
                        exporting.say(
                                "自己評価の回答。誰かが確認したという意味ではありません。",
                                "Answers of a self-assessment; nobody has confirmed them."),
                        "implemented-requirements",
                        exporting.rows().stream().map(this::requirement).toList()));
    }

    private Tree.Fields requirement(AnswerRow row) {
        return Tree.of(
                "uuid",
                exporting.uuid("implemented", row.id()),
                "control-id",
                ids.token(exporting.criterion(row).map(Criterion::id).orElse(row.id())),
                "props",
                Exporting.answerProps(row),
                "by-components",
                row.answer().isEmpty() ? List.of() : List.of(byComponent(row)),
                "remarks",
                Markdown.of(row.detail()));
    }

    private Tree.Fields byComponent(AnswerRow row) {
        return Tree.of(
                "component-uuid",
                component,
                "uuid",
                exporting.uuid("by-component", row.id()),
                "description",
                Exporting.line(exporting.say(outcome(row).why())),
                "implementation-status",
                Tree.of("state", state(row)));
    }

    private Outcome outcome(AnswerRow row) {
        return Outcome.of(exporting.answers().to(row.id()).orElse(null));
    }

    /// OSCAL has no word for "not done and not planned": its list is open, so ours stands there.
    private String state(AnswerRow row) {
        AnswerValue value =
                exporting.answers().to(row.id()).map(Answer::value).orElse(AnswerValue.UNKNOWN);
        return switch (value) {
            case MET -> "implemented";
            case PARTIAL -> "partial";
            case NOT_MET -> "not-implemented";
            case NOT_APPLICABLE -> "not-applicable";
            case UNKNOWN -> "unknown";
        };
    }

    /// What is met, as a component that others may build on.
    public static OscalDocument component(Exporting exporting) {
        PlanExport export = new PlanExport(exporting);
        List<Tree> met = new ArrayList<>();
        for (AnswerRow row : exporting.rows()) {
            if (!row.answer().isEmpty() && export.outcome(row) == Outcome.MET) {
                String described =
                        row.detail().isBlank()
                                ? Exporting.line(exporting.say(export.outcome(row).why()))
                                : Markdown.of(row.detail());
                met.add(
                        Tree.of(
                                "uuid",
                                exporting.uuid("implemented", row.id()),
                                "control-id",
                                export.ids.token(row.id()),
                                "description",
                                described,
                                "props",
                                Exporting.answerProps(row)));
            }
        }
        String system = Exporting.line(exporting.system());
        return OscalDocument.of(
                OscalKind.COMPONENT_DEFINITION,
                Tree.of(
                        "uuid",
                        exporting.documentUuid(OscalKind.COMPONENT_DEFINITION),
                        "metadata",
                        exporting.metadata(OscalKind.COMPONENT_DEFINITION),
                        "components",
                        List.of(
                                Tree.of(
                                        "uuid",
                                        export.component,
                                        "type",
                                        "service",
                                        "title",
                                        system,
                                        "description",
                                        system,
                                        "control-implementations",
                                        met.isEmpty()
                                                ? List.of()
                                                : List.of(
                                                        Tree.of(
                                                                "uuid",
                                                                exporting.uuid("implementation"),
                                                                "source",
                                                                exporting.file(OscalKind.PROFILE),
                                                                "description",
                                                                exporting.say(
                                                                        "満たすと答えた評価基準。",
                                                                        "The criteria answered as met."),
                                                                "implemented-requirements",
                                                                met))))));
    }
}
