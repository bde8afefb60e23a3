package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Numbers;
import org.hoshimori.rules.Scale;
import org.hoshimori.rules.SheetForm;
import org.hoshimori.rules.SheetForm.Role;
import org.hoshimori.rules.Text;

/// Puts answers into one sheet of a scheme's own workbook.
final class OfficialFilling {
    private static final int MOST_LISTS = 100;

    private final OfficialLayout layout;
    private final Edition edition;
    private final OfficialWords words;
    private final Answers answers;
    private final OfficialColumns columns;
    private final SheetPatch patch;
    private final int answerColumn;
    private final int detailColumn;
    private final Map<Integer, String> added = new LinkedHashMap<>();
    private final Map<DropDown, List<String>> offered = new LinkedHashMap<>();
    private int withoutColumn;

    OfficialFilling(Workbook workbook, OfficialLayout layout, Edition edition, Answers answers)
            throws Unreadable {
        this.layout = layout;
        this.edition = edition;
        this.words = new OfficialWords(edition.form().orElseThrow(), edition);
        this.answers = answers;
        this.columns = layout.columns();
        this.patch = new SheetPatch(workbook.part(layout.sheet()));
        this.answerColumn = columns.answered() ? columns.column(Role.ANSWER) : add(Role.ANSWER);
        this.detailColumn =
                columns.details().isEmpty() ? add(Role.DETAIL) : columns.details().getFirst();
        offer(workbook);
        layout.lines().forEach(this::fill);
        added.forEach((column, heading) -> patch.set(columns.heading(), column, heading, like()));
    }

    /// The lists over the column of the answers, each read once: a sheet has few.
    private void offer(Workbook workbook) throws Unreadable {
        Map<String, List<String>> read = new HashMap<>();
        List<DropDown> over =
                layout.table().dropDowns().stream()
                        .filter(each -> each.isOver(answerColumn))
                        .limit(MOST_LISTS)
                        .toList();
        for (DropDown each : over) {
            if (!read.containsKey(each.formula())) {
                read.put(each.formula(), each.words(workbook, layout.table()));
            }
            offered.put(each, read.getOrDefault(each.formula(), List.of()));
        }
    }

    /// A column behind the last one, where the form allows it; 0 where it does not.
    private int add(Role role) {
        Optional<SheetForm.Column> column =
                words.form().columns(role).stream().filter(SheetForm.Column::added).findFirst();
        column.ifPresent(
                each -> added.put(columns.last() + 1 + added.size(), each.words().getFirst()));
        return column.isEmpty() ? 0 : columns.last() + added.size();
    }

    private int like() {
        return columns.has(Role.TEXT) ? columns.column(Role.TEXT) : columns.column(Role.ID);
    }

    /// Whether there is a column for answers, or one may be added.
    boolean possible() {
        return columns.answered() || answerColumn > 0;
    }

    private void fill(OfficialLayout.Line line) {
        if (!line.known() || !possible()) {
            return;
        }
        Optional<Answer> answer = answers.to(line.id());
        if (!columns.choices().isEmpty()) {
            choose(line, answer);
        } else if (edition.manner().scale() == Scale.PAIRS && columns.has(Role.IMPLEMENTATION)) {
            pair(line, answer);
        } else {
            answer(line, answer);
        }
        String detail = answer.map(Answer::detail).orElse("");
        if (detailColumn > 0) {
            detail(line, detail);
        } else if (!detail.isEmpty()) {
            withoutColumn++;
        }
    }

    /// Only what changes is touched. A cell that already means the answer stays as its author wrote
    /// it.
    private void answer(OfficialLayout.Line line, Optional<Answer> answer) {
        String now = line.row().cell(answerColumn);
        Optional<String> means = words.answer(now, edition.criterion(line.id())).map(Answer::word);
        if (now.isBlank() ? answer.isPresent() : !means.equals(answer.map(Answer::word))) {
            set(line, answerColumn, answer.map(a -> written(line, a)).orElse(""));
        }
    }

    /// The word that the sheet itself offers for an answer, else the form's.
    private String written(OfficialLayout.Line line, Answer answer) {
        return offered.entrySet().stream()
                .filter(each -> each.getKey().holdsFor(line.row().line(), answerColumn))
                .flatMap(each -> each.getValue().stream())
                .filter(word ->
                        words.answer(word, edition.criterion(line.id()))
                                .filter(read -> read.word().equals(answer.word()))
                                .isPresent())
                .findFirst()
                .orElseGet(() -> words.written(answer));
    }

    private void pair(OfficialLayout.Line line, Optional<Answer> answer) {
        Optional<Numbers.Pair> pair = answer.flatMap(each -> Numbers.pair(each.word()));
        String other = answer.filter(_ -> pair.isEmpty()).map(words::written).orElse("");
        number(
                line,
                answerColumn,
                pair.map(each -> Integer.toString(each.documentation())).orElse(other));
        number(
                line,
                columns.column(Role.IMPLEMENTATION),
                pair.map(each -> Integer.toString(each.implementation())).orElse(other));
    }

    private void number(OfficialLayout.Line line, int column, String text) {
        String now = line.row().cell(column);
        boolean same =
                now.equals(text)
                        || !now.isBlank()
                                && AnswerWords.value(now)
                                        .equals(Optional.of(AnswerValue.NOT_APPLICABLE))
                                && AnswerWords.value(text).equals(AnswerWords.value(now));
        if (!same) {
            patch.count(line.row().line(), column, text, like());
        }
    }

    private void choose(OfficialLayout.Line line, Optional<Answer> answer) {
        String chosen = answer.map(Answer::word).orElse("");
        columns.choices()
                .forEach((word, column) -> {
                    boolean marked = !line.row().cell(column).isBlank();
                    if (marked != word.equals(chosen)) {
                        set(line, column, marked ? "" : OfficialWords.tick());
                    }
                });
        if (answer.isPresent() && !columns.choices().containsKey(chosen)) {
            withoutColumn++;
        }
    }

    private void detail(OfficialLayout.Line line, String detail) {
        boolean same =
                line.row().cell(detailColumn).equals(detail)
                        || !columns.details().isEmpty()
                                && columns.detail(line.row()).equals(detail);
        if (!same) {
            set(line, detailColumn, detail);
        }
    }

    private void set(OfficialLayout.Line line, int column, String text) {
        patch.set(line.row().line(), column, text, like());
    }

    List<RowFault> faults() {
        List<RowFault> faults = new ArrayList<>();
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

    /// What had no place in the sheet.
    List<Notice> notices() {
        return withoutColumn == 0
                ? List.of()
                : List.of(
                        layout.table()
                                .notice(
                                        columns.heading(),
                                        columns.column(Role.ID),
                                        new Text(
                                                withoutColumn + "件の理由・回答には書く列がなく、書いていません",
                                                withoutColumn
                                                        + " details or answers have no column in this sheet and were left out")));
    }

    String sheet() {
        return layout.sheet();
    }

    byte[] xml() throws Unreadable {
        return patch.apply();
    }

    /// Answers that no sheet has a row for.
    static List<RowFault> withoutRow(List<OfficialLayout> layouts, Answers answers) {
        Set<String> rows = new HashSet<>();
        layouts.forEach(layout -> layout.lines().forEach(line -> rows.add(line.id())));
        OfficialLayout first = layouts.getFirst();
        return answers.byCriterion().keySet().stream()
                .filter(id -> !rows.contains(id))
                .map(id ->
                        first.fault(
                                first.columns().heading(),
                                new Text(
                                        "シートに " + id + " の行がありません",
                                        "the sheet has no row for " + id),
                                new Text(
                                        "公式のシートを取り直すか、シートの段階を --level で選んでください",
                                        "take a fresh copy of the official sheet, or choose the sheet's level with --level")))
                .toList();
    }
}
