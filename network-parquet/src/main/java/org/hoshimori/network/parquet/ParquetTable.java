package org.hoshimori.network.parquet;

import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.hoshimori.network.file.Table;
import org.hoshimori.network.file.Unreadable;

/// The rows of a Parquet file after a first one with the names of its columns; a null is an empty
/// cell.
final class ParquetTable implements Table {
    private final String file;
    private final ParquetFileReader reader;
    private final RowReader rows;
    private final List<ColumnSchema> columns;
    private final int[] ends;
    private byte[] bytes = new byte[256];
    private final Watch watch;
    private final long all;
    private long row;

    ParquetTable(String file, ParquetFileReader reader, Duration patience) {
        this.file = file;
        this.watch = new Watch(patience);
        this.reader = reader;
        this.columns = reader.getFileSchema().getColumns();
        this.all = reader.getFileMetaData().numRows();
        this.rows = reader.rowReader();
        this.ends = new int[columns.size() + 1];
    }

    @Override
    public boolean next() throws Unreadable {
        boolean more;
        boolean late;
        try {
            watch.begin();
            more = step();
        } catch (RuntimeException broken) {
            throw ParquetFormat.damaged(file, row + 1, broken);
        } finally {
            late = watch.end();
        }
        if (late) {
            throw ParquetFormat.damaged(
                    file, row + 1, new IOException("reading on takes too long"));
        }
        if (!more && row - 1 != all) {
            throw ParquetFormat.damaged(
                    file,
                    row + 1,
                    new IOException("%,d rows are missing".formatted(all - row + 1)));
        }
        return more;
    }

    private boolean step() {
        if (row > 0) {
            if (!rows.hasNext()) {
                return false;
            }
            rows.next();
        }
        row++;
        for (int i = 0; i < columns.size(); i++) {
            put(i, row == 1 ? columns.get(i).name() : text(i));
        }
        return true;
    }

    private String text(int column) {
        if (rows.isNull(column)) {
            return "";
        }
        return switch (columns.get(column).type()) {
            case BYTE_ARRAY ->
                    columns.get(column).logicalType() == null
                            ? new String(rows.getBinary(column), StandardCharsets.UTF_8)
                            : String.valueOf(rows.getValue(column));
            case INT32, INT64, INT96, FLOAT, DOUBLE, BOOLEAN, FIXED_LEN_BYTE_ARRAY ->
                    number(rows.getValue(column));
        };
    }

    private static String number(Object value) {
        return value instanceof java.math.BigDecimal exact
                ? exact.toPlainString()
                : String.valueOf(value);
    }

    private void put(int cell, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int end = Math.addExact(ends[cell], utf8.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, end * 2);
        }
        System.arraycopy(utf8, 0, bytes, ends[cell], utf8.length);
        ends[cell + 1] = end;
    }

    @Override
    public int cells() {
        return columns.size();
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int cell) {
        return ends[cell];
    }

    @Override
    public int to(int cell) {
        return ends[cell + 1];
    }

    @Override
    public long line() {
        return Math.max(1, row - 1);
    }

    @Override
    public int column(int cell) {
        return cell + 1;
    }

    @Override
    public void close() throws IOException {
        // Closing waits for the library's workers, dead ones included.
        try {
            watch.begin();
            rows.close();
            reader.close();
        } finally {
            watch.close();
        }
    }
}
