package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;

/// The layout of the official sheet (★3・★4要求事項・評価基準): heading in row 2, data from row 3; F
/// requirement, J its text, K level, L criterion, M its text. Consultants add 自己評価, 理由, 根拠および実施する事
/// and 補足情報 in O to R; the headings decide where they really are.
record OfficialLayout(Workbook workbook, String sheet, Table table) {
    static final int HEADING = 2;
    private static final int REQUIREMENT = 6;
    private static final int REQUIREMENT_TEXT = 10;
    private static final int LEVEL = 11;
    static final int CRITERION = 12;
    static final int CRITERION_TEXT = 13;
    static final int FIRST_FREE = 15;
    private static final Pattern CRITERION_ID = Pattern.compile("\\d+-\\d+-\\d+-\\d+");
    private static final Pattern REQUIREMENT_ID = Pattern.compile("\\d+-\\d+-\\d+");
    private static final int FEWEST_ROWS = 20;

    /// @param id criterion id in our spelling
    record Line(Table.Row row, String id) {}

    /// The sheet with the official layout, known by its content: many criterion ids in column L.
    static Optional<OfficialLayout> find(Workbook workbook, Edition edition) throws Unreadable {
        if (edition.scheme().equals("scs")) {
            for (String sheet : workbook.sheets()) {
                OfficialLayout layout = new OfficialLayout(workbook, sheet, workbook.table(sheet));
                if (layout.lines().size() >= FEWEST_ROWS) {
                    return Optional.of(layout);
                }
            }
        }
        return Optional.empty();
    }

    List<Line> lines() {
        return table.rows().stream()
                .filter(row -> row.line() > HEADING)
                .map(row -> new Line(row, Spelling.id(row.cell(CRITERION))))
                .filter(line -> CRITERION_ID.matcher(line.id).matches())
                .toList();
    }

    Optional<String> requirement(Line line) {
        Matcher id = REQUIREMENT_ID.matcher(Spelling.id(table.shown(line.row.line(), REQUIREMENT)));
        return id.find() ? Optional.of(id.group()) : Optional.empty();
    }

    String requirementText(Line line) {
        return table.shown(line.row.line(), REQUIREMENT_TEXT).strip();
    }

    String level(Line line) {
        return Spelling.word(table.shown(line.row.line(), LEVEL)).replaceAll("[^0-9]", "");
    }

    String text(Line line) {
        return line.row.cell(CRITERION_TEXT).strip();
    }

    /// The faults that make the whole sheet unusable.
    List<RowFault> faults(Edition edition) {
        List<Line> lines = lines();
        long basic = lines.stream().filter(line -> level(line).equals("3")).count();
        boolean strange = lines.stream().anyMatch(l -> edition.criterion(l.id).isEmpty());
        int ids = Draft.has(lines.size()) ? lines.size() : (int) basic;
        if (Draft.has(ids) && (strange || lines.size() > edition.criteria().size())) {
            return List.of(
                    table.fault(HEADING, CRITERION, Draft.reason(ids, edition), Draft.remedy()));
        }
        List<RowFault> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Line line : lines) {
            Integer earlier = seen.putIfAbsent(line.id, line.row.line());
            if (earlier != null) {
                faults.add(
                        table.fault(
                                line.row.line(),
                                CRITERION,
                                new Text(
                                        line.id + " は" + earlier + "行目にもあります",
                                        line.id + " stands in row " + earlier + " already"),
                                new Text(
                                        "公式のシートを取り直してください",
                                        "take a fresh copy of the official sheet")));
            }
        }
        return faults;
    }

    /// What the consultants' columns answer.
    AnswerFile answers(Edition edition) {
        List<RowFault> faults = faults(edition);
        if (!faults.isEmpty()) {
            return new AnswerFile.Refused(faults);
        }
        AnswerRows rows = new AnswerRows(edition, table);
        OfficialColumns columns = OfficialColumns.in(table);
        for (Line line : lines()) {
            rows.add(
                    line.row.line(),
                    new AnswerRows.Columns(CRITERION, columns.answer(), columns.reason()),
                    line.row.cell(CRITERION),
                    columns.present() ? line.row.cell(columns.answer()) : "",
                    columns.present() ? columns.detail(line.row) : "");
        }
        return rows.result(AnswerFile.Form.OFFICIAL_SHEET);
    }
}
