package org.hoshimori.rules.sheet;

import java.util.List;
import org.hoshimori.rules.Carried;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;

/// The schemes' own workbooks, drawn as the facts tell them.
final class Workbooks {
    static final Edition CMMC = Carried.edition("cmmc", "2024-12-16");
    static final Edition CYFUN = Carried.edition("cyberfundamentals", "2025");
    static final Edition ACTION = Carried.edition("security-action", "2026-03");
    static final Edition EIGHT = Carried.edition("essential-eight", "2023-11");
    static final Edition ESSENTIALS = Carried.edition("cyber-essentials", "danzell-16.2");

    private Workbooks() {}

    static byte[] essentials() {
        Sketch sketch =
                new Sketch()
                        .tab("Read me")
                        .row("How to use this question set")
                        .tab("Questions")
                        .row("Question set Danzell")
                        .row("Ref", "Question", "Answer", "Marking", "Assessor notes");
        ESSENTIALS.criteria().stream()
                .filter(each -> each.id().startsWith("A"))
                .forEach(each -> sketch.row(each.id(), "Wording of their own", "", "", ""));
        return sketch.bytes();
    }

    static byte[] eight() {
        Sketch sketch =
                new Sketch()
                        .tab("ML1")
                        .row("Control ID", "Requirement", "Test type", "Status", "Justification");
        List<Criterion> criteria = EIGHT.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            String id = criteria.get(i).id();
            // Some publish the bare number, some with a revision behind it.
            sketch.row(
                    i % 3 == 0 ? id.substring(4) : i % 3 == 1 ? id : id + "; Revision: 2",
                    "Wording",
                    "Config",
                    "",
                    "");
        }
        return sketch.bytes();
    }

    static byte[] requirements() {
        Sketch sketch =
                new Sketch()
                        .tab("SP 800-171")
                        .row(
                                "Family",
                                "Identifier",
                                "Security requirement text",
                                "Finding",
                                "Comments");
        CMMC.criteriaOf("2").stream()
                .filter(each -> each.id().contains(".L2-"))
                .forEach(each ->
                        sketch.row(
                                "Family", each.id().substring(6), "Their wording & more", "", ""));
        return sketch.bytes();
    }

    static byte[] objectives() {
        Sketch sketch =
                new Sketch()
                        .tab("Objectives")
                        .row("Requirement", "Objective", "Result", "Evidence");
        for (Criterion criterion : CMMC.criteria()) {
            if (criterion.id().startsWith("AC.L2-")) {
                int first = sketch.line() + 1;
                for (Criterion.Part part : criterion.parts()) {
                    sketch.row(
                            sketch.line() + 1 == first ? criterion.id() : "",
                            "[" + part.id() + "]",
                            "",
                            "");
                }
                if (sketch.line() > first) {
                    sketch.merge("A" + first + ":A" + sketch.line());
                }
            }
        }
        return sketch.bytes();
    }

    static byte[] cyfun() {
        Sketch sketch = new Sketch();
        for (String function : List.of("GV", "ID", "PR", "DE", "RS", "RC")) {
            sketch.tab(function)
                    .row("", "", "ESSENTIAL")
                    .row(
                            "Category",
                            "Key measure",
                            "Requirement",
                            "Documentation score",
                            "Implementation score",
                            "Comments",
                            "Assessor comments",
                            "Mean");
            for (Criterion criterion : CYFUN.criteria()) {
                if (criterion.id().startsWith(function + ".")) {
                    int line = sketch.line() + 1;
                    sketch.row(
                            "Category",
                            "",
                            criterion.id().replaceAll("-0", "-") + ": words of the publisher",
                            "",
                            "",
                            "",
                            "",
                            "=AVERAGE(D" + line + ":E" + line + ")");
                }
            }
        }
        return sketch.bytes();
    }

    static byte[] action() {
        Sketch sketch = new Sketch().tab("診断").row("No.", "診断内容", "回答（点）", "備考");
        for (int i = 1; i <= 25; i++) {
            sketch.row(Integer.toString(i), "問いの文", "", "");
        }
        return sketch.bytes();
    }

    static byte[] marked() {
        Sketch sketch =
                new Sketch()
                        .tab("診断")
                        .row("No.", "診断内容", "チェック", "", "", "", "メモ")
                        .row("", "", "実施している", "一部実施している", "実施していない", "わからない", "")
                        .merge("C1:F1");
        for (int i = 1; i <= 25; i++) {
            sketch.row("No." + i, "問いの文", "", "", "", "", "");
        }
        return sketch.bytes();
    }
}
