package org.xerial.snappy;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Snappy's raw format (google/snappy, format_description.txt), decompressed within bounds.
///
/// Hardwood looks for this class by its name. The library that owns the name writes as many bytes
/// as the data claims, past the end of the buffer: one damaged file ends the process (ADR 0015).
public final class Snappy {
    private static final int LITERAL = 0;
    private static final int NEAR = 1;
    private static final int FAR = 2;

    private Snappy() {}

    /// Decompresses what remains of `compressed` into `uncompressed`, whose limit is set to the end
    /// of it.
    ///
    /// @return how many bytes it became
    /// @throws IOException when the data is damaged, or becomes more than the buffer holds
    public static int uncompress(ByteBuffer compressed, ByteBuffer uncompressed)
            throws IOException {
        ByteBuffer in = compressed.slice();
        ByteBuffer out = uncompressed.slice();
        int length = length(in);
        if (length > out.capacity()) {
            throw new IOException(
                    "Snappy: " + length + " bytes claimed, " + out.capacity() + " at most");
        }
        out.limit(length);
        while (in.hasRemaining()) {
            int tag = in.get() & 0xff;
            if ((tag & 3) == LITERAL) {
                literal(in, out, tag >> 2);
            } else {
                copy(in, out, tag);
            }
        }
        if (out.hasRemaining()) {
            throw new IOException("Snappy: ends " + out.remaining() + " bytes too early");
        }
        uncompressed.limit(uncompressed.position() + length);
        return length;
    }

    private static int length(ByteBuffer in) throws IOException {
        long length = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = next(in, 1);
            length |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                if (length > Integer.MAX_VALUE) {
                    break;
                }
                return (int) length;
            }
        }
        throw new IOException("Snappy: no length");
    }

    private static void literal(ByteBuffer in, ByteBuffer out, int code) throws IOException {
        long length = 1L + (code < 60 ? code : Integer.toUnsignedLong(next(in, code - 59)));
        if (length > in.remaining() || length > out.remaining()) {
            throw new IOException("Snappy: a literal of " + length + " bytes does not fit");
        }
        out.put(in.slice(in.position(), (int) length));
        in.position(in.position() + (int) length);
    }

    private static void copy(ByteBuffer in, ByteBuffer out, int tag) throws IOException {
        int length;
        long offset;
        switch (tag & 3) {
            case NEAR -> {
                length = (tag >> 2 & 7) + 4;
                offset = (tag >> 5) << 8 | next(in, 1);
            }
            case FAR -> {
                length = (tag >> 2) + 1;
                offset = next(in, 2);
            }
            default -> {
                length = (tag >> 2) + 1;
                offset = Integer.toUnsignedLong(next(in, 4));
            }
        }
        if (offset == 0 || offset > out.position() || length > out.remaining()) {
            throw new IOException("Snappy: a copy of " + length + " bytes does not fit");
        }
        // Byte by byte: a copy may run into what it writes itself.
        for (int at = out.position() - (int) offset, end = at + length; at < end; at++) {
            out.put(out.get(at));
        }
    }

    /// The next bytes as a number, lowest first.
    private static int next(ByteBuffer in, int bytes) throws IOException {
        if (in.remaining() < bytes) {
            throw new IOException("Snappy: ends too early");
        }
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in.get() & 0xff) << 8 * i;
        }
        return number;
    }
}
