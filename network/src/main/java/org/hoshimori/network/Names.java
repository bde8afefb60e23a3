package org.hoshimori.network;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The names of companies and their numbers: all bytes in one array, found by open addressing.
///
/// Each name has a key of 64 bits. Up to 18 digits (a 法人番号 has 13), a letter before up to 15 (a
/// number of a qualified invoice issuer has T and 13) and up to 7 bytes of anything are their own
/// key, so that one look into the table decides; other names have a hash, and are compared. Any
/// number of threads may look while nobody adds.
final class Names {
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int DIGITS = 18;
    private static final int LETTER_AND_DIGITS = 16;
    private static final int SHORT = 7;
    private static final long ZEROS = 0x3030303030303030L;
    private static final long[] POWERS = {
        1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    /// UTF-8, one name after the other.
    byte[] bytes = new byte[1 << 12];

    /// Where each name starts; one more than there are names.
    int[] starts = new int[1 << 8];

    /// A key and behind it the number plus one, or 0 where the place is free; a power of two of
    /// places, at most two thirds of them taken.
    private long[] table = new long[1 << 10];

    private int size;

    static Names of(byte[] bytes, int[] starts) {
        Names names = new Names();
        names.bytes = bytes;
        names.starts = starts;
        names.size = starts.length - 1;
        int places = Integer.highestOneBit(Math.max(256, names.size)) * 4;
        names.table = new long[Math.multiplyExact(2, places)];
        for (int i = 0; i < names.size; i++) {
            names.place(key(bytes, starts[i], starts[i + 1]), i);
        }
        return names;
    }

    int size() {
        return size;
    }

    String name(int number) {
        return new String(
                bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
    }

    /// The number of a name, or -1.
    int find(String name) {
        byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
        return find(wanted, 0, wanted.length);
    }

    /// As [#find(String)], from UTF-8 in place.
    int find(byte[] text, int from, int to) {
        return find(key(text, from, to), text, from, to);
    }

    int find(long key, byte[] text, int from, int to) {
        int mask = table.length - 2;
        for (int at = (int) spread(key) << 1 & mask; ; at = at + 2 & mask) {
            int number = (int) table[at + 1] - 1;
            if (number < 0) {
                return -1;
            }
            if (table[at] == key
                    && (key >= 0
                            || Arrays.equals(
                                    bytes, starts[number], starts[number + 1], text, from, to))) {
                return number;
            }
        }
    }

    /// The number of the name that a key of 0 or more tells, or -1.
    int find(long key) {
        int mask = table.length - 2;
        for (int at = (int) spread(key) << 1 & mask; ; at = at + 2 & mask) {
            int number = (int) table[at + 1] - 1;
            if (number < 0 || table[at] == key) {
                return number;
            }
        }
    }

    /// For each key the number of the name where it stands first in the table, else -1: then
    /// [#find(long)] must look further, at places that are in the caches now. Nothing here is
    /// decided by what a look brings, so that the machine waits for many places of the table at a
    /// time.
    void glance(long[] keys, int count, int[] numbers, int at) {
        long[] places = table;
        int mask = places.length - 2;
        for (int i = 0; i < count; i++) {
            long key = keys[i];
            int place = (int) spread(key) << 1 & mask;
            long other = places[place] ^ key;
            numbers[at + i] = (int) places[place + 1] - 1 | (int) ((other | -other) >> 63);
        }
    }

    /// The number of the name that a key of 0 or more tells, new when it was not known.
    int intern(long key) {
        int found = find(key);
        if (found >= 0) {
            return found;
        }
        byte[] text = text(key);
        return add(key, text, 0, text.length);
    }

    /// The number of a name, new when it was not known.
    int intern(byte[] text, int from, int to) {
        long key = key(text, from, to);
        int found = find(key, text, from, to);
        return found >= 0 ? found : add(key, text, from, to);
    }

    private int add(long key, byte[] text, int from, int to) {
        int start = starts[size];
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * end));
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        System.arraycopy(text, from, bytes, start, to - from);
        starts[++size] = end;
        if (size > table.length / 3) {
            grow();
        }
        place(key, size - 1);
        return size - 1;
    }

    private void grow() {
        long[] old = table;
        table = new long[Math.multiplyExact(2, old.length)];
        for (int at = 0; at < old.length; at += 2) {
            if (old[at + 1] != 0) {
                place(old[at], (int) old[at + 1] - 1);
            }
        }
    }

    private void place(long key, int number) {
        int mask = table.length - 2;
        int at = (int) spread(key) << 1 & mask;
        while (table[at + 1] != 0) {
            at = at + 2 & mask;
        }
        table[at] = key;
        table[at + 1] = number + 1L;
    }

    /// The same names under other numbers; these ones are spent.
    ///
    /// @param order the old number of each new one
    /// @param number the new number of each old one
    Names renumbered(int[] order, int[] number) {
        Names names = new Names();
        names.size = size;
        names.bytes = new byte[starts[size]];
        names.starts = new int[size + 1];
        for (int i = 0; i < size; i++) {
            names.starts[i + 1] = names.starts[i] + starts[order[i] + 1] - starts[order[i]];
        }
        Parallel.pieces(
                size,
                (from, to) -> {
                    for (int i = from; i < to; i++) {
                        System.arraycopy(
                                bytes,
                                starts[order[i]],
                                names.bytes,
                                names.starts[i],
                                names.starts[i + 1] - names.starts[i]);
                    }
                });
        names.table = table;
        Parallel.pieces(
                table.length / 2,
                (from, to) -> {
                    for (int at = from; at < to; at++) {
                        int old = (int) table[2 * at + 1] - 1;
                        if (old >= 0) {
                            table[2 * at + 1] = number[old] + 1L;
                        }
                    }
                });
        return names;
    }

    Names copy() {
        Names names = new Names();
        names.bytes = Arrays.copyOf(bytes, starts[size]);
        names.starts = Arrays.copyOf(starts, size + 1);
        names.table = table.clone();
        names.size = size;
        return names;
    }

    /// 0 or more when the key alone tells the name: up to 18 digits are below 2^61, a letter before
    /// up to 15 digits between 2^61 and 2^62, up to 7 bytes of anything above. Else the sign is
    /// set.
    static long key(byte[] text, int from, int to) {
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

    private static long spread(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 32;
    }
}
