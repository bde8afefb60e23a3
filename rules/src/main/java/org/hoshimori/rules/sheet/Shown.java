package org.hoshimori.rules.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a reader sees in a table: merged cells show the first cell of their area.
final class Shown {
    private final Table table;
    private final Map<Integer, Table.Row> rows = new HashMap<>();
    private final Map<Integer, NavigableMap<Integer, CellRange>> columns = new HashMap<>();

    Shown(Table table) {
        this.table = table;
        table.rows().forEach(row -> rows.putIfAbsent(row.line(), row));
    }

    Table table() {
        return table;
    }

    /// What stands at a place.
    String at(int line, int column) {
        CellRange area = area(line, column);
        return area == null ? own(line, column) : own(area.firstRow(), area.firstColumn());
    }

    /// The first row of the merged area at a place, or the row itself.
    int top(int line, int column) {
        CellRange area = area(line, column);
        return area == null ? line : area.firstRow();
    }

    /// What the cell itself holds.
    String own(int line, int column) {
        Table.Row row = rows.get(line);
        return row == null ? "" : row.cell(column);
    }

    private @Nullable CellRange area(int line, int column) {
        Map.Entry<Integer, CellRange> before =
                columns.computeIfAbsent(column, this::areas).floorEntry(line);
        return before == null || line > before.getValue().lastRow() ? null : before.getValue();
    }

    private NavigableMap<Integer, CellRange> areas(int column) {
        NavigableMap<Integer, CellRange> areas = new TreeMap<>();
        for (CellRange area : table.merged()) {
            if (column >= area.firstColumn() && column <= area.lastColumn()) {
                areas.put(area.firstRow(), area);
            }
        }
        return areas;
    }
}
