package org.hoshimori.network.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.hoshimori.network.NetworkBuilder;
import org.hoshimori.network.RelationBatch;
import org.jspecify.annotations.Nullable;

/// Reads relations, a plain CSV file in parts on every core.
///
/// A part is taken to begin behind the first line break in it. Whether that really ended a row, or
/// stood in a quoted cell, shows when the part before has been read: it must end there. If it does
/// not, reading goes on from where it did end. So the network, the faults and their lines are those
/// of one reader.
final class RelationParts {
    /// Parts begin small, while most companies are still unknown.
    static final int FIRST = 1 << 18;

    private static final int LARGEST = 1 << 23;

    /// What came of one part.
    ///
    /// @param start where its first row begins; -1 when no row was seen to begin in it
    /// @param end where the first row behind it begins
    /// @param border where rows of the next part begin
    private record Part(
            long start,
            long end,
            long border,
            RelationBatch batch,
            Faults faults,
            long lines,
            long rows,
            @Nullable Unreadable broken) {}

    private final NetworkBuilder builder;
    private final Path path;
    private final String file;
    private final Faults faults;
    private final BadRows badRows;
    private final LongConsumer ticks;
    private final byte[][] buffers =
            new byte[2 * (ForkJoinPool.getCommonPoolParallelism() + 1)][CsvTable.SMALLEST];
    private long position;
    private long lines;

    RelationParts(
            NetworkBuilder builder, Path path, Faults faults, BadRows badRows, LongConsumer ticks) {
        this.builder = builder;
        this.path = path;
        this.file = path.toString();
        this.faults = faults;
        this.badRows = badRows;
        this.ticks = ticks;
    }

    /// @param first bytes of the first parts
    void read(Table table, int first) throws IOException, Unreadable {
        if (!(table instanceof CsvTable csv) || !csv.plain()) {
            RelationBatch batch = builder.batch();
            new RelationRows(batch, file).read(table, faults, badRows, ticks);
            builder.add(batch);
            return;
        }
        position = csv.position();
        Header header = new RelationRows(builder.batch(), file).header(csv);
        if (header.named()) {
            position = csv.position();
            lines = csv.lines();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            read(channel, header, csv.columnSeparator(), first);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void read(FileChannel channel, Header header, byte separator, int first)
            throws IOException, Unreadable {
        long size = channel.size();
        for (long length = first;
                position < size && !faults.enough(badRows);
                length = Math.min(LARGEST, 2 * length)) {
            long from = position;
            long step = length;
            List<Part> read =
                    IntStream.range(0, buffers.length)
                            .filter(i -> from + i * step < size)
                            .parallel()
                            .mapToObj(i -> {
                                long border = Math.min(size, from + (i + 1) * step);
                                return part(
                                        i,
                                        channel,
                                        i == 0 ? from : begin(channel, from + i * step, border),
                                        border,
                                        header,
                                        separator);
                            })
                            .toList();
            for (Part part : read) {
                if (part.border() > position && !takeOver(part)) {
                    break;
                }
            }
        }
    }

    /// False when the part did not begin where a row does.
    private boolean takeOver(Part part) throws Unreadable {
        if (part.start() != position) {
            return false;
        }
        faults.add(part.faults(), lines, badRows);
        if (faults.enough(badRows)) {
            return false;
        }
        if (part.broken() != null) {
            throw new Unreadable(part.broken().fault().after(lines));
        }
        builder.add(part.batch());
        position = part.end();
        lines += part.lines();
        ticks.accept(part.rows());
        return true;
    }

    /// Behind the first line break from one byte before `from`; -1 when there is none.
    private static long begin(FileChannel channel, long from, long border) {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 12);
        try {
            for (long at = from - 1; at < border; at += bytes.limit()) {
                bytes.clear();
                if (channel.read(bytes, at) < 1) {
                    return -1;
                }
                bytes.flip();
                for (int i = 0; i < bytes.limit() && at + i < border; i++) {
                    if (bytes.get(i) == '\n') {
                        return at + i + 1;
                    }
                }
            }
            return -1;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Part part(
            int number,
            FileChannel channel,
            long start,
            long border,
            Header header,
            byte separator) {
        RelationBatch batch = builder.batch();
        Faults found = new Faults();
        if (start < 0) {
            return new Part(start, start, border, batch, found, 0, 0, null);
        }
        RelationRows rows = new RelationRows(batch, file);
        rows.begin(header);
        long[] count = {0};
        InputStream bytes = new Stretch(channel, start, border + CsvTable.PAST);
        CsvTable table = new CsvTable(file, bytes, start, border, separator, buffers[number]);
        Unreadable broken = null;
        try {
            if (table.next()) {
                rows.rows(table, header, found, badRows, more -> count[0] += more);
            }
        } catch (Unreadable wrong) {
            broken = wrong;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
        buffers[number] = table.bytes();
        return new Part(
                start, table.position(), border, batch, found, table.lines(), count[0], broken);
    }

    /// Some bytes of a file.
    private static final class Stretch extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long at;

        Stretch(FileChannel channel, long start, long end) {
            this.channel = channel;
            this.at = start;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int most = (int) Math.min(length, end - at);
            if (most <= 0) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, from, most), at);
            at += Math.max(0, read);
            return read;
        }
    }
}
