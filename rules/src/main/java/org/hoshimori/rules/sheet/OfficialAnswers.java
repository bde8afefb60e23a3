package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Scale;
import org.hoshimori.rules.SheetForm.Role;
import org.hoshimori.rules.Text;

/// Reads what a scheme's own sheet answers.
final class OfficialAnswers {
    private static final int MOST = 40;

    private final Edition edition;
    private final OfficialWords words;
    private final OfficialLayout layout;
    private final OfficialColumns columns;
    private final AnswerRows rows;

    private OfficialAnswers(Edition edition, OfficialLayout layout, AnswerRows rows) {
        this.edition = edition;
        this.words = new OfficialWords(edition.form().orElseThrow(), edition);
        this.layout = layout;
        this.columns = layout.columns();
        this.rows = rows;
    }

    static AnswerFile read(List<OfficialLayout> layouts, Edition edition) {
        List<RowFault> faults = OfficialLayout.faults(layouts);
        if (!faults.isEmpty()) {
            return new AnswerFile.Refused(faults);
        }
        AnswerRows rows = new AnswerRows(edition, layouts.getFirst().table());
        for (OfficialLayout layout : layouts) {
            rows.goOn(layout.table());
            new OfficialAnswers(edition, layout, rows).read();
        }
        return rows.result(AnswerFile.Form.OFFICIAL_SHEET);
    }

    private void read() {
        unread();
        for (OfficialLayout.Line line : layout.lines()) {
            int row = line.row().line();
            String typed = typed(line);
            if (line.known()) {
                rows.add(
                        row,
                        new AnswerRows.Columns(
                                columns.column(Role.ID),
                                column(),
                                columns.details().isEmpty() ? 0 : columns.details().getFirst()),
                        line.id(),
                        typed,
                        columns.detail(line.row()));
                place(line);
            } else if (!typed.isBlank()) {
                rows.notice(
                        row,
                        columns.column(Role.ID),
                        new Text(
                                "「" + line.id() + "」はこの版にないため、その回答「" + typed + "」は読みません",
                                "this edition has no "
                                        + line.id()
                                        + ": its answer \""
                                        + typed
                                        + "\" is left aside"));
            }
        }
    }

    private int column() {
        return columns.has(Role.ANSWER)
                ? columns.column(Role.ANSWER)
                : columns.choices().values().stream().findFirst().orElse(columns.last());
    }

    private String typed(OfficialLayout.Line line) {
        if (!columns.choices().isEmpty()) {
            return chosen(line);
        }
        String answer = words.meant(layout.text(line, Role.ANSWER));
        if (edition.manner().scale() != Scale.PAIRS || !columns.has(Role.IMPLEMENTATION)) {
            return answer;
        }
        String other = words.meant(layout.text(line, Role.IMPLEMENTATION));
        if (AnswerWords.value(answer).isPresent() || answer.contains("/")) {
            return answer;
        }
        if (AnswerWords.value(other).isPresent()) {
            return other;
        }
        if (answer.isBlank() != other.isBlank()) {
            rows.notice(
                    line.row().line(),
                    column(),
                    new Text(
                            line.id() + " は成熟度が片方しかないため、未回答とします",
                            line.id()
                                    + " has one of its two maturities only: it stays unanswered"));
            return "";
        }
        return answer.isBlank() ? "" : answer + "/" + other;
    }

    /// The answer whose column is marked; more than one mark is no answer.
    private String chosen(OfficialLayout.Line line) {
        List<String> marked = new ArrayList<>();
        columns.choices()
                .forEach((word, column) -> {
                    if (!line.row().cell(column).isBlank()) {
                        marked.add(word);
                    }
                });
        if (marked.size() > 1) {
            rows.fault(
                    line.row().line(),
                    column(),
                    new Text(
                            line.id() + " に印が" + marked.size() + "つあります",
                            line.id() + " has " + marked.size() + " marks"),
                    new Text("一つだけ残してください", "leave one of them"));
            return "";
        }
        return marked.isEmpty() ? "" : marked.getFirst();
    }

    private void place(OfficialLayout.Line line) {
        if (!edition.manner().placedByFile()) {
            return;
        }
        layout.level(line)
                .ifPresent(level ->
                        rows.place(
                                line.row().line(), columns.column(Role.LEVEL), line.id(), level));
        layout.requirement(line).ifPresent(place -> rows.belongs(line.id(), place));
    }

    /// Says once which columns are left aside, so that nobody believes they were read.
    private void unread() {
        Set<Integer> read = columns.read();
        List<String> left = new ArrayList<>();
        for (int column = 1; column <= Math.min(columns.last(), MOST); column++) {
            String heading = layout.heading(column);
            if (!read.contains(column) && !heading.isEmpty() && !left.contains(heading)) {
                left.add(heading);
            }
        }
        if (!left.isEmpty() && columns.answered()) {
            String names = String.join(", ", left);
            rows.notice(
                    columns.heading(),
                    columns.column(Role.ID),
                    new Text("読まない列: " + names, "columns that are not read: " + names));
        }
    }
}
