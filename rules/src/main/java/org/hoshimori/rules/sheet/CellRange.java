package org.hoshimori.rules.sheet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An area of a sheet, rows and columns counted from 1, both ends included.
record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {
    private static final Pattern CELL = Pattern.compile("\\$?([A-Z]{1,3})\\$?([1-9][0-9]{0,6})");

    /// `B3:B5` or `B3`; nothing when it is neither.
    static Optional<CellRange> parse(String text) {
        String[] ends = text.split(":", -1);
        Matcher first = CELL.matcher(ends[0]);
        Matcher last = CELL.matcher(ends[ends.length - 1]);
        return ends.length > 2 || !first.matches() || !last.matches()
                ? Optional.empty()
                : Optional.of(
                        new CellRange(
                                Integer.parseInt(first.group(2)),
                                column(first.group(1)),
                                Integer.parseInt(last.group(2)),
                                column(last.group(1))));
    }

    boolean contains(int row, int column) {
        return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }

    /// `L` is 12.
    static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column;
    }

    /// 12 is `L`.
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    static String name(int row, int column) {
        return letters(column) + row;
    }
}
