package org.hoshimori.rules.sheet;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hoshimori.rules.Text;

/// Says what was found in a workbook in which no column was understood, so that its owner can name
/// the columns himself.
final class Found {
    private static final int LONGEST = 30;
    private static final int MOST = 12;

    private Found() {}

    static Unreadable noColumns(Workbook workbook) throws Unreadable {
        int line = 1;
        Set<String> headings = Set.of();
        for (String sheet : workbook.sheets()) {
            Optional<Table.Row> likeliest =
                    workbook.table(sheet).rows().stream()
                            .limit(60)
                            .max(Comparator.comparingInt(row -> headings(row).size()));
            if (likeliest.isPresent() && headings(likeliest.get()).size() > headings.size()) {
                headings = headings(likeliest.get());
                line = likeliest.get().line();
            }
        }
        String names =
                headings.stream().limit(MOST).map(h -> "「" + h + "」").collect(Collectors.joining());
        String english =
                headings.stream()
                        .limit(MOST)
                        .map(h -> "\"" + h + "\"")
                        .collect(Collectors.joining(", "));
        return new Unreadable(
                line,
                1,
                new Text(
                        "番号の列と回答の列が分かりません。見つかった列: " + (names.isEmpty() ? "なし" : names),
                        "no columns for id and answer; the columns found were: "
                                + (english.isEmpty() ? "none" : english)),
                new Text(
                        "列の見出しか文字で --column id=… --column answer=… と指定するか、1行目を見出し id,answer,detail (または 番号,回答,理由) にしてください",
                        "name them by heading or letter with --column id=… --column answer=…, or make the first line the heading id,answer,detail"));
    }

    /// What in a row looks like headings: short words, no numbers.
    private static Set<String> headings(Table.Row row) {
        Set<String> headings = new LinkedHashSet<>();
        for (String cell : row.cells()) {
            String text = cell.strip().replaceAll("\\s+", " ");
            if (!text.isEmpty() && text.length() <= LONGEST && !text.matches("[-0-9.]+")) {
                headings.add(text);
            }
        }
        return headings;
    }
}
