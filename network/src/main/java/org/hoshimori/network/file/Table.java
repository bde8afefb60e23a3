package org.hoshimori.network.file;

import java.io.IOException;

/// Rows of cells, read once from first to last. A cell is bytes in place, valid until the next row.
public interface Table extends AutoCloseable {
    /// Moves to the next row; false at the end.
    ///
    /// @throws Unreadable when the rest cannot be read
    boolean next() throws IOException, Unreadable;

    /// Cells of this row.
    int cells();

    /// Where the cells' bytes are, in UTF-8 if the file is right.
    byte[] bytes();

    int from(int cell);

    int to(int cell);

    /// Number of the row's first line, or of the row in formats without lines; from 1.
    long line();

    /// Where a cell starts, as [RowFault#column()].
    int column(int cell);

    @Override
    void close() throws IOException;
}
