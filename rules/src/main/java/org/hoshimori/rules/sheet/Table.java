package org.hoshimori.rules.sheet;

import java.util.List;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// Rows of text cells, whatever file they came from.
///
/// @param sheet name of the sheet; null for a text file
/// @param merged areas whose cells all have the value of their first
/// @param dropDowns what some cells may hold
record Table(
        String file,
        @Nullable String sheet,
        List<Row> rows,
        List<CellRange> merged,
        List<DropDown> dropDowns) {
    /// @param line row or line number, counted from 1
    /// @param cells from column 1 on
    record Row(int line, List<String> cells) {
        /// The cell in `column` (from 1), empty when the row is shorter.
        String cell(int column) {
            return column <= cells.size() ? cells.get(column - 1) : "";
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    RowFault fault(int line, int column, Text reason, Text remedy) {
        String cell = sheet == null ? null : CellRange.name(line, column);
        return new RowFault(file, line, column, cell, reason, remedy);
    }

    Notice notice(int line, int column, Text message) {
        return new Notice(file, line, column, message);
    }
}
