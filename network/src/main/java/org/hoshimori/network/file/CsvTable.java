package org.hoshimori.network.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads CSV (RFC 4180) as a stream of bytes: comma, semicolon or tab, whichever the first line
/// has; LF, CRLF or CR; a byte order mark is passed over, and so are empty lines.
final class CsvTable implements Table {
    /// The longest row in bytes: nobody's relations need more, and a quote left open must not eat a
    /// whole file.
    static final int LONGEST = 1 << 20;

    /// The bytes past its end that a part needs: its last row may be the longest.
    static final int PAST = LONGEST + 16;

    static final int SMALLEST = 1 << 14;

    private static final int BUFFER = 4 * LONGEST;

    /// Every byte from here on but a semicolon is neither separator nor line break nor quote.
    private static final byte ORDINARY = ',' + 1;

    private final String file;
    private final InputStream in;
    private final boolean plain;
    private byte[] bytes;
    private int limit;
    private int at;
    private boolean ended;
    private final byte separator;
    private final long separators;

    /// Where `bytes` begin in the file, and where rows of other parts begin.
    private long base;

    private long end = Long.MAX_VALUE;

    private int[] from = new int[8];
    private int[] to = new int[8];
    private int cells;
    private int start;
    private long line;
    private long nextLine = 1;

    /// @param plain whether the bytes stand in the file as they come
    CsvTable(String file, InputStream in, boolean plain) throws IOException {
        this.file = file;
        this.in = in;
        this.plain = plain;
        this.bytes = new byte[SMALLEST];
        fill();
        if (limit >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf) {
            at = 3;
        }
        separator = separator();
        separators = EightBytes.of(separator);
    }

    /// A part of a table: the rows that begin in it.
    ///
    /// @param in from `start` on, and at least [#PAST] bytes past `end` unless the file ends before
    /// @param start where a row begins
    /// @param buffer to read into, at least [#SMALLEST] bytes; [#bytes()] may be a larger one later
    CsvTable(String file, InputStream in, long start, long end, byte separator, byte[] buffer) {
        this.file = file;
        this.in = in;
        this.bytes = buffer;
        this.plain = true;
        this.base = start;
        this.end = end;
        this.separator = separator;
        this.separators = EightBytes.of(separator);
    }

    boolean plain() {
        return plain;
    }

    byte columnSeparator() {
        return separator;
    }

    /// Where the next row begins, in bytes of the file.
    long position() {
        return base + at;
    }

    /// Lines read.
    long lines() {
        return nextLine - 1;
    }

    private byte separator() {
        for (int i = at; i < limit && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
            if (bytes[i] == ',' || bytes[i] == '\t' || bytes[i] == ';') {
                return bytes[i];
            }
        }
        return ',';
    }

    @Override
    public boolean next() throws IOException, Unreadable {
        do {
            if (limit - at <= LONGEST && !ended) {
                fill();
            }
            if (at == limit || base + at >= end) {
                return false;
            }
            line = nextLine;
            start = at;
            cells = 0;
            row();
        } while (cells == 1 && from[0] == to[0]);
        return true;
    }

    /// Goes from one byte that may end a cell to the next, eight bytes looked at in one step.
    private void row() throws Unreadable {
        int cell = at;
        int i = at;
        while (i < limit) {
            int next = i + Long.BYTES;
            for (long stops = stops(i); stops != 0; stops &= stops - 1) {
                int stop = i + (Long.numberOfTrailingZeros(stops) >>> 3);
                byte c = bytes[stop];
                if (c == '"' && stop == cell) {
                    stop = quoted(cell);
                    if (stop == limit || bytes[stop] != separator) {
                        end(stop);
                        return;
                    }
                    cell = stop + 1;
                    next = cell;
                    break;
                }
                if (c == separator) {
                    cell(cell, stop);
                    cell = stop + 1;
                } else if (c == '\n' || c == '\r') {
                    cell(cell, stop);
                    end(stop);
                    return;
                }
            }
            i = next;
        }
        cell(cell, limit);
        end(limit);
    }

    /// The signs of those of eight bytes that may be a separator, a line break or a quote.
    private long stops(int from) {
        long word = from <= limit - Long.BYTES ? EightBytes.at(bytes, from) : last(from);
        long stops = EightBytes.below(word, ORDINARY);
        return separator < ORDINARY ? stops : stops | EightBytes.zeros(word ^ separators);
    }

    /// The last bytes, and ordinary ones behind them.
    private long last(int from) {
        long word = EightBytes.of(ORDINARY);
        for (int i = limit - 1; i >= from; i--) {
            word = word << Byte.SIZE | bytes[i] & 0xff;
        }
        return word;
    }

    /// The row ends at a line break, or where the file does.
    private void end(int stop) throws Unreadable {
        if (stop - start > LONGEST) {
            throw tooLong();
        }
        at = stop;
        if (stop < limit) {
            nextLine++;
            boolean both = bytes[stop] == '\r' && stop + 1 < limit && bytes[stop + 1] == '\n';
            at += both ? 2 : 1;
        }
    }

    /// Reads a quoted cell and takes its doubled quotes out in place; returns where it ends.
    private int quoted(int quote) throws Unreadable {
        int write = quote + 1;
        int i = quote + 1;
        while (i < limit) {
            byte c = bytes[i];
            if (c == '"') {
                if (i + 1 < limit && bytes[i + 1] == '"') {
                    i++;
                } else {
                    cell(quote + 1, write);
                    i++;
                    if (i < limit
                            && bytes[i] != separator
                            && bytes[i] != '\n'
                            && bytes[i] != '\r') {
                        throw unreadable(
                                i,
                                "引用符の後に文字があります。引用符を二つ重ねてください",
                                "text after a closing quote; double the quote inside the cell");
                    }
                    return i;
                }
            }
            if (c == '\n') {
                nextLine++;
            }
            if (i - start > LONGEST) {
                throw tooLong();
            }
            bytes[write++] = bytes[i++];
        }
        throw unreadable(quote, "引用符が閉じていません", "a quote that is never closed");
    }

    private Unreadable tooLong() {
        return unreadable(
                start,
                "1行が1 MiBを超えています。引用符が閉じているか確かめてください",
                "a row of more than 1 MiB; look for a quote left open");
    }

    private Unreadable unreadable(int place, String ja, String en) {
        return new Unreadable(new RowFault(file, line, characters(place), new Phrase(ja, en)));
    }

    private int characters(int place) {
        String before = new String(bytes, start, place - start, StandardCharsets.UTF_8);
        return before.codePointCount(0, before.length()) + 1;
    }

    private void cell(int first, int end) {
        if (cells == from.length) {
            from = Arrays.copyOf(from, cells * 2);
            to = Arrays.copyOf(to, cells * 2);
        }
        from[cells] = first;
        to[cells++] = end;
    }

    /// Moves what is unread to the front and fills up behind it.
    private void fill() throws IOException {
        System.arraycopy(bytes, at, bytes, 0, limit - at);
        limit -= at;
        base += at;
        at = 0;
        while (true) {
            if (limit == bytes.length) {
                if (limit == BUFFER) {
                    return;
                }
                // Small files need no large buffer.
                bytes = Arrays.copyOf(bytes, Math.min(BUFFER, bytes.length * 16));
            }
            int read = in.read(bytes, limit, bytes.length - limit);
            if (read < 0) {
                ended = true;
                return;
            }
            limit += read;
        }
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int from(int cell) {
        return from[cell];
    }

    @Override
    public int to(int cell) {
        return to[cell];
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int column(int cell) {
        return characters(cell < cells ? from[cell] : to[cells - 1]);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
