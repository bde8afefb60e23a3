package org.hoshimori.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The names of companies and their numbers: all bytes in one array, found by open addressing.
final class Names {
    /// UTF-8, one name after the other.
    byte[] bytes = new byte[1 << 12];

    /// Where each name starts; one more than there are names.
    int[] starts = new int[1 << 8];

    /// Number of a name plus one, or 0; a power of two long and at most half full.
    private int[] slots = new int[1 << 9];

    /// The hash of each name, so that growing and most comparisons touch no name.
    private int[] hashes = new int[1 << 8];

    private int size;

    static Names of(byte[] bytes, int[] starts) {
        Names names = new Names();
        names.bytes = bytes;
        names.starts = starts;
        names.size = starts.length - 1;
        names.hashes = new int[Math.max(1, names.size)];
        for (int i = 0; i < names.size; i++) {
            names.hashes[i] = hash(bytes, starts[i], starts[i + 1]);
        }
        names.spread(Integer.highestOneBit(Math.max(256, names.size)) * 4);
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
        return find(wanted, 0, wanted.length, hash(wanted, 0, wanted.length));
    }

    /// The number of a name, new when it was not known.
    int intern(byte[] text, int from, int to) {
        int hash = hash(text, from, to);
        int found = find(text, from, to, hash);
        return found >= 0 ? found : add(text, from, to, hash);
    }

    private int find(byte[] text, int from, int to, int hash) {
        int mask = slots.length - 1;
        for (int at = hash & mask; ; at = at + 1 & mask) {
            int number = slots[at] - 1;
            if (number < 0) {
                return -1;
            }
            if (hashes[number] == hash
                    && Arrays.equals(bytes, starts[number], starts[number + 1], text, from, to)) {
                return number;
            }
        }
    }

    private int add(byte[] text, int from, int to, int hash) {
        int start = starts[size];
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * end));
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            hashes = Arrays.copyOf(hashes, starts.length);
        }
        System.arraycopy(text, from, bytes, start, to - from);
        hashes[size] = hash;
        starts[++size] = end;
        if (size > slots.length / 2) {
            spread(slots.length * 2);
        } else {
            place(size - 1);
        }
        return size - 1;
    }

    private void spread(int capacity) {
        slots = new int[capacity];
        for (int i = 0; i < size; i++) {
            place(i);
        }
    }

    private void place(int number) {
        int mask = slots.length - 1;
        int at = hashes[number] & mask;
        while (slots[at] != 0) {
            at = at + 1 & mask;
        }
        slots[at] = number + 1;
    }

    /// The names in another order.
    ///
    /// @param order the old number of each new one
    Names reordered(int[] order) {
        byte[] moved = new byte[starts[size]];
        int[] start = new int[size + 1];
        for (int i = 0; i < size; i++) {
            int length = starts[order[i] + 1] - starts[order[i]];
            System.arraycopy(bytes, starts[order[i]], moved, start[i], length);
            start[i + 1] = start[i] + length;
        }
        return of(moved, start);
    }

    Names copy() {
        return of(Arrays.copyOf(bytes, starts[size]), Arrays.copyOf(starts, size + 1));
    }

    private static int hash(byte[] text, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 0x100000001b3L ^ text[i];
        }
        hash ^= hash >>> 29;
        hash *= 0xbf58476d1ce4e5b9L;
        return (int) (hash >>> 32);
    }
}
