package org.hoshimori.network.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes looked at in one step; the first is the lowest.
final class EightBytes {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long SIGNS = 0x8080808080808080L;
    private static final long SPACES = ' ' * ONES;

    private EightBytes() {}

    static long at(byte[] bytes, int from) {
        return (long) WORD.get(bytes, from);
    }

    /// The same byte eight times.
    static long of(byte one) {
        return (one & 0xff) * ONES;
    }

    /// Not 0 when a byte is 0; the lowest bit that is set is the sign of the first such byte.
    static long zeros(long word) {
        return word - ONES & ~word & SIGNS;
    }

    /// The signs of the bytes that are below `limit`; those that are not ASCII are not.
    ///
    /// @param limit 1 to 127
    static long below(long word, byte limit) {
        return ~((word & ~SIGNS) + of((byte) (0x80 - limit)) | word) & SIGNS;
    }

    /// Whether no byte is a control character or a part of one that is not ASCII.
    static boolean plain(byte[] bytes, int from, int to) {
        int i = from;
        long odd = 0;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = at(bytes, i);
            odd |= word - SPACES | word;
        }
        if (i < to && to - from >= Long.BYTES) {
            long word = at(bytes, to - Long.BYTES);
            odd |= word - SPACES | word;
            i = to;
        }
        for (; i < to; i++) {
            odd |= bytes[i] - ' ';
        }
        return (odd & SIGNS) == 0;
    }
}
