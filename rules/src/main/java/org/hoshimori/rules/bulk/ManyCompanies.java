package org.hoshimori.rules.bulk;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.sheet.RowFault;

/// Judges a table with one row a company: `company,4-1-3-1,4-1-3-2,…`. Rows are read and judged
/// block by block, so that a nation needs no more memory than a block.
public final class ManyCompanies {
    /// Faults told at most.
    private static final int MOST_FAULTS = 20;

    private final String file;
    private final Edition edition;
    private final Consumer<ManyResult.Line> lines;
    private final Block block;
    private final CompanyLines seen = new CompanyLines();
    private final List<RowFault> faults = new ArrayList<>();

    private ManyCompanies(
            String file,
            Edition edition,
            String level,
            Map<String, BigDecimal> settings,
            Consumer<ManyResult.Line> lines) {
        this.file = file;
        this.edition = edition;
        this.lines = lines;
        this.block =
                BulkJudge.of(edition, level)
                        .<Block>map(judge -> new ColumnBlock(edition, judge))
                        .orElseGet(() -> new RowBlock(edition, level, settings));
    }

    /// @param file its name, for faults
    /// @param table CSV with commas; a cell is an answer, or an answer, a colon and its detail;
    ///   empty when unanswered
    /// @param level one that the edition has
    /// @param settings figures that the operator chose, all known to the edition
    /// @param lines told of each company in the order of the file; worth nothing when refused
    /// @throws IOException when `table` cannot be read
    public static ManyResult judge(
            String file,
            Reader table,
            Edition edition,
            String level,
            Map<String, BigDecimal> settings,
            Consumer<ManyResult.Line> lines)
            throws IOException {
        return judge(file, new CsvAnswers(table), edition, level, settings, lines);
    }

    /// The same from a table of any format.
    ///
    /// @throws IOException when `table` cannot be read
    public static ManyResult judge(
            String file,
            AnswerTable table,
            Edition edition,
            String level,
            Map<String, BigDecimal> settings,
            Consumer<ManyResult.Line> lines)
            throws IOException {
        return new ManyCompanies(file, edition, level, settings, lines).judge(table);
    }

    private ManyResult judge(AnswerTable table) throws IOException {
        try {
            if (!table.next()) {
                return refused(1, 1, EMPTY, HEADING);
            }
            Cells cells = heading(table);
            if (!faults.isEmpty()) {
                return new ManyResult.Refused(faults);
            }
            int companies = 0;
            while (faults.size() < MOST_FAULTS && table.next()) {
                row(table, cells);
                companies++;
            }
            if (companies == 0 && faults.isEmpty()) {
                return refused(1, 1, EMPTY, HEADING);
            }
        } catch (AnswerTable.Broken e) {
            return refused(e.line(), 1, e.reason(), e.remedy());
        }
        if (!faults.isEmpty()) {
            return new ManyResult.Refused(faults);
        }
        block.judge(lines);
        return block.sum();
    }

    private Cells heading(AnswerTable row) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i < row.cells(); i++) {
            String typed = row.cell(i).strip();
            Optional<String> meant = edition.meant(typed).filter(edition::answerable);
            if (meant.isEmpty()) {
                fault(
                        1,
                        i + 1,
                        new Text("評価基準「" + typed + "」はありません", "there is no criterion " + typed),
                        new Text(
                                edition.rule() + " の番号を書いてください",
                                "use the ids of " + edition.rule()));
            } else if (ids.contains(meant.get())) {
                fault(
                        1,
                        i + 1,
                        new Text("「" + typed + "」の列が二つあります", "there are two columns for " + typed),
                        new Text("どちらかを消してください", "remove one of them"));
            }
            ids.add(meant.orElse(""));
        }
        if (ids.isEmpty()) {
            fault(1, 1, new Text("評価基準の列がありません", "there is no column of a criterion"), HEADING);
        }
        return new Cells(edition, ids);
    }

    private void row(AnswerTable row, Cells cells) {
        int line = row.line();
        if (row.cells() > cells.size() + 1) {
            fault(
                    line,
                    cells.size() + 2,
                    new Text("見出しより列が多くなっています", "more cells than the heading has"),
                    new Text("余分な列を消してください", "remove what is too much"));
            return;
        }
        for (int i = 0; i < row.cells(); i++) {
            // A quotation mark that is never closed would swallow the rest in silence.
            if (row.cell(i).indexOf('\n') >= 0) {
                fault(
                        line,
                        i + 1,
                        new Text("セルの中に改行があります", "there is a line break inside the cell"),
                        new Text(
                                "引用符「\"」を閉じるか、改行を消してください",
                                "close the quotation mark, or remove the break"));
                return;
            }
        }
        String company = row.cell(0).strip();
        if (company.isEmpty()) {
            fault(
                    line,
                    1,
                    new Text("会社がありません", "the company is missing"),
                    new Text("1列目に会社の番号か名前を書いてください", "name it in the first column"));
        } else {
            int before = seen.put(company, line);
            if (before > 0) {
                fault(
                        line,
                        1,
                        new Text(
                                "「%s」はすでに%d行目にあります".formatted(company, before),
                                "%s stands on line %d already".formatted(company, before)),
                        new Text("どちらかの行を消してください", "remove one of the two lines"));
            }
        }
        if (block.full()) {
            block.judge(lines);
        }
        block.begin(company);
        for (int i = 1; i < row.cells(); i++) {
            String typed = row.cell(i);
            if (typed.isEmpty()) {
                continue;
            }
            Optional<Cells.Cell> cell = cells.read(i - 1, typed);
            if (cell.isPresent()) {
                cell.get().said().ifPresent(said -> block.answer(cell.get(), said));
            } else {
                fault(
                        line,
                        i + 1,
                        new Text(
                                "「" + typed + "」は使える回答ではありません",
                                "\"" + typed + "\" is no answer to " + cells.id(i - 1)),
                        cells.scale());
            }
        }
    }

    private ManyResult refused(int line, int column, Text reason, Text remedy) {
        fault(line, column, reason, remedy);
        return new ManyResult.Refused(faults);
    }

    private void fault(int line, int column, Text reason, Text remedy) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new RowFault(file, line, column, null, reason, remedy));
        }
    }

    private static final Text EMPTY = new Text("会社の行がありません", "there is no row of a company");
    private static final Text HEADING =
            new Text(
                    "1行目に company と評価基準の番号を、2行目から1社を1行で書いてください",
                    "write company and the ids of criteria in the first line, then one line a company");
}
