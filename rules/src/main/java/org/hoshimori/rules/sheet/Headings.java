package org.hoshimori.rules.sheet;

import java.util.Optional;
import java.util.Set;
import org.hoshimori.rules.Text;

/// Finds the columns of an answer table by their headings, in English or Japanese.
final class Headings {
    private static final Set<String> ID =
            Set.of(
                    "id",
                    "no",
                    "番号",
                    "項番",
                    "基準番号",
                    "評価基準no",
                    "評価基準番号",
                    "評価基準",
                    "criterion",
                    "criterionid");
    private static final Set<String> ANSWER =
            Set.of("answer", "回答", "自己評価", "評価", "判定", "結果", "評価結果");
    private static final Set<String> DETAIL =
            Set.of(
                    "detail", "details", "理由", "備考", "補足", "補足情報", "メモ", "コメント", "詳細", "reason",
                    "note", "notes", "comment");

    private static final Set<String> LEVEL = Set.of("level", "レベル", "lv", "段階");

    /// Columns that our own sheets carry for readers only.
    private static final Set<String> FOR_READERS = Set.of("text", "評価基準の内容", "level", "段階");

    private Headings() {}

    /// The columns, or nothing when the row is no heading.
    static Optional<AnswerRows.Columns> find(Table.Row row) {
        int id = column(row, ID);
        int answer = column(row, ANSWER);
        return id == 0 || answer == 0
                ? Optional.empty()
                : Optional.of(
                        new AnswerRows.Columns(
                                id, answer, column(row, DETAIL), column(row, LEVEL)));
    }

    private static int column(Table.Row row, Set<String> names) {
        for (int column = 1; column <= row.cells().size(); column++) {
            if (names.contains(Spelling.heading(row.cell(column)))) {
                return column;
            }
        }
        return 0;
    }

    /// Says which columns are left aside, so that nobody believes they were read.
    static void reportUnread(Table.Row row, AnswerRows.Columns columns, AnswerRows rows) {
        for (int column = 1; column <= row.cells().size(); column++) {
            String name = row.cell(column).strip();
            boolean read =
                    column == columns.id()
                            || column == columns.answer()
                            || column == columns.detail()
                            || column == columns.level();
            if (!read && !name.isEmpty() && !FOR_READERS.contains(Spelling.heading(name))) {
                rows.notice(
                        row.line(),
                        column,
                        new Text("列「" + name + "」は読みません", "column \"" + name + "\" is not read"));
            }
        }
    }
}
