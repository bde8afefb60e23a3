package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Text;

/// Puts answers into the official sheet.
final class OfficialFilling {
    private final OfficialLayout layout;
    private final Answers answers;
    private final OfficialColumns columns;
    private final SheetPatch patch;
    private final Map<String, Integer> rows = new HashMap<>();

    OfficialFilling(OfficialLayout layout, Answers answers) throws Unreadable {
        this.layout = layout;
        this.answers = answers;
        this.columns = OfficialColumns.in(layout.table());
        this.patch = new SheetPatch(layout.workbook().part(layout.sheet()));
        for (OfficialLayout.Line line : layout.lines()) {
            rows.put(line.id(), line.row().line());
            fill(line);
        }
        if (!columns.present()) {
            heading(columns.answer(), 0);
            heading(columns.reason(), 1);
        }
    }

    private void heading(int column, int index) {
        patch.set(
                OfficialLayout.HEADING,
                column,
                OfficialColumns.HEADINGS.get(index),
                OfficialLayout.CRITERION_TEXT);
    }

    private void fill(OfficialLayout.Line line) {
        Optional<Answer> answer = answers.to(line.id());
        set(line, columns.answer(), answer.map(a -> AnswerWords.mark(a.value())).orElse(""));
        set(line, columns.reason(), answer.map(Answer::detail).orElse(""));
    }

    /// Only what changes is touched. A mark that already means the answer stays as its author wrote
    /// it.
    private void set(OfficialLayout.Line line, int column, String text) {
        String now = line.row().cell(column);
        boolean same =
                column == columns.answer() && !now.isBlank()
                        ? AnswerWords.value(now).equals(AnswerWords.value(text))
                        : now.equals(text)
                                || column == columns.reason()
                                        && columns.present()
                                        && columns.detail(line.row()).equals(text);
        if (!same) {
            patch.set(line.row().line(), column, text, OfficialLayout.CRITERION_TEXT);
        }
    }

    List<RowFault> faults() {
        List<RowFault> faults = new ArrayList<>();
        answers.byCriterion().keySet().stream()
                .filter(id -> !rows.containsKey(id))
                .map(this::noRow)
                .forEach(faults::add);
        for (SheetPatch.Change change : patch.changes()) {
            if (!patch.possible(change)) {
                faults.add(fault(change, new Text("数式のセルです", "the cell holds a formula")));
            } else if (hidden(change)) {
                faults.add(
                        fault(
                                change,
                                new Text("結合されたセルの一部です", "the cell lies inside a merged area")));
            }
        }
        return faults;
    }

    private boolean hidden(SheetPatch.Change change) {
        return layout.table().merged().stream()
                .anyMatch(area ->
                        area.contains(change.row(), change.column())
                                && (area.firstRow() != change.row()
                                        || area.firstColumn() != change.column()));
    }

    private RowFault noRow(String id) {
        return layout.table()
                .fault(
                        OfficialLayout.HEADING,
                        OfficialLayout.CRITERION,
                        new Text("シートに " + id + " の行がありません", "the sheet has no row for " + id),
                        new Text("公式のシートを取り直してください", "take a fresh copy of the official sheet"));
    }

    private RowFault fault(SheetPatch.Change change, Text reason) {
        return layout.table()
                .fault(
                        change.row(),
                        change.column(),
                        reason,
                        new Text(
                                "回答の列を空にするか、公式のシートを取り直してください",
                                "clear the answer columns, or take a fresh copy of the official sheet"));
    }

    byte[] fill() throws Unreadable {
        return layout.workbook().with(layout.sheet(), patch.apply());
    }
}
