package org.hoshimori.rules.sheet;

import java.util.List;

/// Where the consultants' columns are: 自己評価 and 理由, which we read and write, and 根拠 and 補足, which
/// we only read.
///
/// @param present whether the sheet has them, or they are only where they would go
/// @param basis column of 根拠および実施する事, 0 for none
/// @param remark column of 補足情報, 0 for none
record OfficialColumns(boolean present, int answer, int reason, int basis, int remark) {
    static final List<String> HEADINGS = List.of("自己評価", "理由", "根拠および実施する事", "補足情報");

    static OfficialColumns in(Table table) {
        int[] found = new int[4];
        int last = OfficialLayout.CRITERION_TEXT + 1;
        for (Table.Row row : table.rows()) {
            for (int column = row.cells().size(); column > last; column--) {
                last = row.cell(column).isBlank() ? last : column;
            }
            if (row.line() == OfficialLayout.HEADING) {
                for (int column = row.cells().size();
                        column > OfficialLayout.CRITERION_TEXT;
                        column--) {
                    String heading = Spelling.heading(row.cell(column));
                    for (int i = 0; i < 4; i++) {
                        if (heading.startsWith(HEADINGS.get(i).substring(0, 2))) {
                            found[i] = column;
                        }
                    }
                }
            }
        }
        return found[0] > 0
                ? new OfficialColumns(
                        true, found[0], found[1] > 0 ? found[1] : last + 1, found[2], found[3])
                : new OfficialColumns(false, last + 1, last + 2, last + 3, last + 4);
    }

    /// The detail of an answer: the reason, and below it whatever the other two columns add to it.
    /// What we wrote ourselves is therefore read back unchanged.
    String detail(Table.Row row) {
        StringBuilder detail = new StringBuilder(row.cell(reason));
        for (int column : new int[] {basis, remark}) {
            String more = column == 0 ? "" : row.cell(column);
            if (!more.isBlank() && detail.indexOf(more) < 0) {
                detail.append(detail.isEmpty() ? "" : "\n").append(more);
            }
        }
        return detail.toString();
    }
}
