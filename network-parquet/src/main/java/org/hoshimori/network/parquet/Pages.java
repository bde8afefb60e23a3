package org.hoshimori.network.parquet;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Checks what Hardwood 1.0 believes and computes for ever about when it is not so: that the footer
/// ends in itself, column chunks in the file, and pages in their chunk (docs/adr/0015).
final class Pages implements AutoCloseable {
    private static final int MAGIC = 4;
    private static final int TAIL = 8;

    /// Headers of pages hold statistics, which may be long.
    private static final int HEAD = 1 << 10;

    private static final int LONGEST_HEAD = 1 << 24;

    /// What a page may hold when unpacked; writers make them of about 1 MiB.
    private static final int LARGEST = 1 << 28;

    private static final int UNPACKED_SIZE = 2;
    private static final int SIZE = 3;

    private final FileChannel channel;
    private final long size;

    Pages(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    void checkFooter() throws IOException {
        if (size < MAGIC + TAIL) {
            throw new IOException("the file is cut short");
        }
        ByteBuffer tail = read(size - TAIL, TAIL);
        long length = tail.order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 1 || length > size - TAIL - MAGIC) {
            throw new IOException("the footer's length is wrong");
        }
        structure(read(size - TAIL - length, (int) length), new int[0]);
    }

    /// @param columns of the table, each with a value or a null in every row
    void checkChunks(FileMetaData about, int columns) throws IOException {
        if (columns == 0) {
            throw new IOException("it has no column");
        }
        for (RowGroup group : about.rowGroups()) {
            if (group.columns().size() != columns) {
                throw new IOException("a group of rows has other columns than the table");
            }
            for (ColumnChunk chunk : group.columns()) {
                long start = chunk.chunkStartOffset();
                long length = chunk.metaData().totalCompressedSize();
                if (start < MAGIC || length < 0 || length > size - TAIL - start) {
                    throw new IOException("a column does not lie in the file");
                }
                if (chunk.metaData().numValues() != group.numRows()) {
                    throw new IOException("a column has more or fewer values than rows");
                }
                check(start, start + length);
            }
        }
    }

    private void check(long start, long end) throws IOException {
        int[] numbers = new int[SIZE + 1];
        for (long at = start; at < end; ) {
            numbers[SIZE] = -1;
            int head = head(at, end, numbers);
            if (numbers[SIZE] < 0
                    || numbers[SIZE] > end - at - head
                    || numbers[UNPACKED_SIZE] < 0
                    || numbers[UNPACKED_SIZE] > LARGEST) {
                throw new IOException("a page does not lie in its column, or is too large");
            }
            at += head + numbers[SIZE];
        }
    }

    /// The length of a page's header.
    private int head(long at, long end, int[] numbers) throws IOException {
        for (int length = HEAD; ; length *= 8) {
            ByteBuffer bytes = read(at, (int) Math.min(length, end - at));
            try {
                new Compact(bytes).structure(numbers);
                return bytes.position();
            } catch (BufferUnderflowException longer) {
                if (length >= end - at || length >= LONGEST_HEAD) {
                    throw new IOException("the header of a page does not end", longer);
                }
            }
        }
    }

    private static void structure(ByteBuffer bytes, int[] numbers) throws IOException {
        try {
            new Compact(bytes).structure(numbers);
        } catch (BufferUnderflowException cut) {
            throw new IOException("the footer does not end", cut);
        }
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("the file is cut short");
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
