package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;

/// The door for answers in files: reads CSV, XLSX and the scheme's own sheet, recognised by content
/// and never by name, and writes answers so that reading gives them back exactly.
public final class AnswerFiles {
    private AnswerFiles() {}

    /// Reads the answers in a file.
    ///
    /// @param name shown in faults only
    public static AnswerFile read(String name, byte[] bytes, Edition edition) {
        try {
            if (bytes.length > Limits.FILE_BYTES) {
                throw Limits.tooLarge();
            }
            if (ZipPackage.isCompoundFile(bytes)) {
                throw ZipPackage.compoundFile();
            }
            if (!ZipPackage.isZip(bytes)) {
                return table(CsvFile.read(name, bytes), edition, AnswerFile.Form.CSV);
            }
            try (Workbook workbook = Workbook.open(name, bytes)) {
                List<OfficialLayout> official = OfficialLayout.find(workbook, edition);
                if (!official.isEmpty()) {
                    return OfficialAnswers.read(official, edition);
                }
                Table table = firstWithRows(workbook);
                if (!isTable(table, edition)) {
                    throw Found.noColumns(workbook);
                }
                return table(table, edition, AnswerFile.Form.XLSX);
            }
        } catch (Unreadable e) {
            return new AnswerFile.Refused(List.of(e.in(name)));
        }
    }

    private static Table firstWithRows(Workbook workbook) throws Unreadable {
        List<Table> filled = new ArrayList<>();
        for (String sheet : workbook.sheets()) {
            Table table = workbook.table(sheet);
            if (!table.rows().isEmpty()) {
                if (Headings.find(table.rows().getFirst()).isPresent()) {
                    return table;
                }
                filled.add(table);
            }
        }
        if (filled.isEmpty()) {
            throw empty();
        }
        return filled.getFirst();
    }

    private static Unreadable empty() {
        return new Unreadable(new Text("ファイルが空です", "the file is empty"), headings());
    }

    private static Text headings() {
        return new Text(
                "1行目を見出し id,answer,detail (または 番号,回答,理由) にしてください",
                "the first line must be the heading id,answer,detail");
    }

    /// Whether the first row is a heading we know, or already an answer.
    private static boolean isTable(Table table, Edition edition) {
        Table.Row first = table.rows().getFirst();
        return Headings.find(first).isPresent()
                || edition.meant(Spelling.id(first.cell(1))).isPresent();
    }

    private static AnswerFile table(Table table, Edition edition, AnswerFile.Form form)
            throws Unreadable {
        List<Table.Row> filled = table.rows().stream().filter(row -> !row.blank()).toList();
        if (filled.isEmpty()) {
            throw empty();
        }
        AnswerRows rows = new AnswerRows(edition, table);
        Table.Row first = filled.getFirst();
        Optional<AnswerRows.Columns> heading = Headings.find(first);
        if (heading.isPresent()) {
            Headings.reportUnread(first, heading.get(), rows);
            filled.stream().skip(1).forEach(row -> rows.add(row, heading.get()));
        } else if (edition.meant(Spelling.id(first.cell(1))).isPresent()) {
            filled.forEach(row -> rows.add(row, new AnswerRows.Columns(1, 2, 3)));
        } else {
            throw new Unreadable(
                    first.line(),
                    1,
                    new Text("見出しに番号と回答の列がありません", "no columns for id and answer in the heading"),
                    headings());
        }
        return rows.result(form);
    }

    /// `id,answer,detail` in UTF-8 with its mark (spreadsheets need it), one line for each
    /// criterion of `level` and for each other answer; what is not answered has an empty answer. No
    /// cell can run as a formula.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public static byte[] csv(Edition edition, String level, Answers answers) {
        return AnswerWriter.csv(AnswerWriter.rows(edition, level, answers));
    }

    /// The same as a workbook, with the words of each criterion beside it.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public static byte[] xlsx(Edition edition, String level, Answers answers) {
        return AnswerWriter.xlsx(AnswerWriter.rows(edition, level, answers));
    }
}
