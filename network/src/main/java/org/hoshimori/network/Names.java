package org.hoshimori.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The names of companies and their numbers: all bytes in one array, found by open addressing.
///
/// Each name has a [NameKey]; where that tells the whole name, one look into the table decides,
/// else the names are compared. Any number of threads may look while nobody adds.
final class Names {
    /// Names that are looked for at once, so that the machine waits for many places of the table at
    /// a time instead of for one.
    static final int TOGETHER = 128;

    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    /// UTF-8, one name after the other.
    byte[] bytes = new byte[1 << 12];

    /// Where each name starts; one more than there are names.
    int[] starts = new int[1 << 8];

    /// A key and behind it the number plus one, or 0 where the place is free; a power of two of
    /// places, at most two thirds of them taken.
    private long[] table = new long[1 << 10];

    /// The bits of a key's product that the table has no places for.
    private int shift = Long.SIZE - 9;

    private int size;

    static Names of(byte[] bytes, int[] starts) {
        Names names = new Names();
        names.bytes = bytes;
        names.starts = starts;
        names.size = starts.length - 1;
        int places = Integer.highestOneBit(Math.max(256, names.size)) * 4;
        names.table = new long[Math.multiplyExact(2, places)];
        names.shift = Long.numberOfLeadingZeros(places) + 1;
        for (int i = 0; i < names.size; i++) {
            names.place(NameKey.of(bytes, starts[i], starts[i + 1]), i);
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
        return find(NameKey.of(text, from, to), text, from, to);
    }

    int find(long key, byte[] text, int from, int to) {
        int mask = table.length - 2;
        for (int at = first(key); ; at = at + 2 & mask) {
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
        for (int at = first(key); ; at = at + 2 & mask) {
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
        int shift = this.shift;
        for (int i = 0; i < count; i++) {
            long key = keys[i];
            int place = (int) (key * SPREAD >>> shift) << 1;
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
        byte[] text = NameKey.text(key);
        return add(key, text, 0, text.length);
    }

    /// The number of a name, new when it was not known.
    int intern(byte[] text, int from, int to) {
        return intern(NameKey.of(text, from, to), text, from, to);
    }

    private int intern(long key, byte[] text, int from, int to) {
        int found = find(key, text, from, to);
        return found >= 0 ? found : add(key, text, from, to);
    }

    /// The numbers here of all names of `others`, in their order; new where they were not known.
    int[] internAll(Names others) {
        int[] numbers = new int[others.size];
        long[] keys = new long[TOGETHER];
        for (int from = 0; from < numbers.length; from += TOGETHER) {
            int count = Math.min(TOGETHER, numbers.length - from);
            for (int i = 0; i < count; i++) {
                int name = from + i;
                keys[i] = NameKey.of(others.bytes, others.starts[name], others.starts[name + 1]);
            }
            glance(keys, count, numbers, from);
            for (int i = 0; i < count; i++) {
                int name = from + i;
                if (numbers[name] < 0 || keys[i] < 0) {
                    numbers[name] =
                            intern(
                                    keys[i],
                                    others.bytes,
                                    others.starts[name],
                                    others.starts[name + 1]);
                }
            }
        }
        return numbers;
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
        shift--;
        for (int at = 0; at < old.length; at += 2) {
            if (old[at + 1] != 0) {
                place(old[at], (int) old[at + 1] - 1);
            }
        }
    }

    private void place(long key, int number) {
        int mask = table.length - 2;
        int at = first(key);
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
        names.shift = shift;
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
        names.shift = shift;
        names.size = size;
        return names;
    }

    /// Where a key is looked for first. The highest bits of the product, so that a table twice as
    /// large has the same names in the same order.
    private int first(long key) {
        return (int) (key * SPREAD >>> shift) << 1;
    }
}
