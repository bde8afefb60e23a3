package org.hoshimori.network.file;

import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/// Takes the rows of one table.
abstract class TableRows {
    private final String file;
    private final List<String> order;
    private final List<String> needed;

    /// @param order the columns by place
    /// @param needed those that a row of names must have to be one
    TableRows(String file, List<String> order, List<String> needed) {
        this.file = file;
        this.order = order;
        this.needed = needed;
    }

    /// Reads the first row and makes ready for the others.
    final Header header(Table table) throws IOException, Unreadable {
        if (!table.next()) {
            throw new Unreadable(
                    new RowFault(file, 0, 0, new Phrase("行がありません", "there is no row")));
        }
        Header header = Header.of(table, order, needed);
        begin(header);
        return header;
    }

    final void read(Table table, Faults faults, BadRows badRows, LongConsumer ticks)
            throws IOException, Unreadable {
        Header header = header(table);
        if (!header.named() || table.next()) {
            rows(table, header, faults, badRows, ticks);
        }
    }

    /// Takes this row and all that follow.
    final void rows(Table table, Header header, Faults faults, BadRows badRows, LongConsumer ticks)
            throws IOException, Unreadable {
        Cells cells = new Cells(table);
        int columns = header.columns().size();
        long row = 0;
        do {
            try {
                if (table.cells() > columns) {
                    throw new Cells.Wrong(
                            columns,
                            "列が多すぎます (%d列のはずが%d列)".formatted(columns, table.cells()),
                            "too many cells (%d instead of %d)".formatted(columns, table.cells()));
                }
                take(table, cells);
            } catch (Cells.Wrong wrong) {
                faults.add(wrong.in(file, table));
                if (faults.enough(badRows)) {
                    return;
                }
            }
            if (++row % NetworkFiles.STRIDE == 0) {
                ticks.accept(NetworkFiles.STRIDE);
            }
        } while (table.next());
        ticks.accept(row % NetworkFiles.STRIDE);
    }

    /// Told before the first row is taken.
    abstract void begin(Header header);

    abstract void take(Table table, Cells cells) throws Cells.Wrong;
}
