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

    final void read(Table table, Faults faults, BadRows badRows, LongConsumer ticks)
            throws IOException, Unreadable {
        if (!table.next()) {
            throw new Unreadable(
                    new RowFault(file, 0, 0, new Phrase("行がありません", "there is no row")));
        }
        Header header = Header.of(table, order, needed);
        Cells cells = new Cells(table);
        begin(header);
        boolean more = !header.named() || table.next();
        for (long row = 1; more; row++, more = table.next()) {
            try {
                if (table.cells() > header.columns().size()) {
                    throw new Cells.Wrong(
                            header.columns().size(),
                            "列が多すぎます (%d列のはずが%d列)"
                                    .formatted(header.columns().size(), table.cells()),
                            "too many cells (%d instead of %d)"
                                    .formatted(table.cells(), header.columns().size()));
                }
                take(table, cells);
            } catch (Cells.Wrong wrong) {
                faults.add(wrong.in(file, table));
                if (badRows == BadRows.STOP && faults.count() >= Faults.NAMED) {
                    return;
                }
            }
            if (row % NetworkFiles.STRIDE == 0) {
                ticks.accept(NetworkFiles.STRIDE);
            }
        }
    }

    abstract void begin(Header header);

    abstract void take(Table table, Cells cells) throws Cells.Wrong;
}
