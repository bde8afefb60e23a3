package org.hoshimori.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The 64 bits by which a name is looked for. Up to 18 digits (a 法人番号 has 13), a letter before up
/// to 15 (a number of a qualified invoice issuer has T and 13) and up to 7 bytes of anything are
/// their own key; other names have a hash.
final class NameKey {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DIGITS = 18;
    private static final int LETTER_AND_DIGITS = 16;
    private static final int SHORT = 7;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long[] POWERS = {
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private NameKey() {}

    /// The key of a name: 0 or more when it alone tells the name; up to 18 digits are below 2^61, a
    /// letter before up to 15 digits between 2^61 and 2^62, up to 7 bytes of anything above. Else
    /// the sign is set.
    static long of(byte[] text, int from, int to) {
        int length = to - from;
        if (length > 0 && length <= DIGITS) {
            long number = number(text, from, to);
            if (number > 0) {
                return number;
            }
            if (length > 1 && length <= LETTER_AND_DIGITS && text[from] > 0) {
                number = number(text, from + 1, to);
                if (number > 0) {
                    return 1L << 61 | (long) text[from] << 51 | number;
                }
            }
        }
        if (length <= SHORT) {
            long key = 1L << 62 | (long) length << 56;
            for (int i = from; i < to; i++) {
                key |= (text[i] & 0xffL) << 8 * (i - from);
            }
            return key;
        }
        return hash(text, from, to);
    }

    /// The number that up to 18 digits write with a one before them, so that zeros count; 0 when
    /// something else stands there.
    private static long number(byte[] text, int from, int to) {
        int length = to - from;
        if (length >= 8 && length <= 16) {
            long head = (long) WORD.get(text, from);
            long tail = (long) WORD.get(text, to - 8);
            // Only the digits before the last eight, with zeros before them.
            int missing = 8 * (16 - length);
            long first = missing == 64 ? ZEROS : head << missing | ~(-1L << missing) & ZEROS;
            return digits(first) && digits(tail)
                    ? (number(first) + POWERS[length - 8]) * 100_000_000L + number(tail)
                    : 0;
        }
        long number = 1;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return 0;
            }
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }

    /// The name that a key of 0 or more tells.
    static byte[] text(long key) {
        if (key >>> 62 == 1) {
            byte[] text = new byte[(int) (key >>> 56 & 0x3f)];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) (key >>> 8 * i);
            }
            return text;
        }
        boolean lettered = key >>> 61 == 1;
        byte[] digits =
                Long.toString(lettered ? key & (1L << 51) - 1 : key)
                        .getBytes(StandardCharsets.ISO_8859_1);
        if (lettered) {
            digits[0] = (byte) (key >>> 51 & 0x7f);
            return digits;
        }
        return Arrays.copyOfRange(digits, 1, digits.length);
    }

    private static long hash(byte[] text, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to - 8; i += 8) {
            hash = (hash ^ (long) WORD.get(text, i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ (long) WORD.get(text, to - 8)) * 0xbf58476d1ce4e5b9L;
        return (hash ^ hash >>> 29) | Long.MIN_VALUE;
    }

    private static boolean digits(long word) {
        return (word & 0xf0f0f0f0f0f0f0f0L) == ZEROS
                && (word + 0x0606060606060606L & 0xf0f0f0f0f0f0f0f0L) == ZEROS;
    }

    /// The number that eight digits write: pairs, then fours, then all eight.
    private static long number(long word) {
        long digits = word - ZEROS;
        long pairs = digits * 10 + (digits >>> 8) & 0x00ff00ff00ff00ffL;
        long fours = pairs * 100 + (pairs >>> 16) & 0x0000ffff0000ffffL;
        return fours * 10_000 + (fours >>> 32) & 0xffffffffL;
    }
}
