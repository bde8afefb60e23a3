package org.hoshimori.network;

import java.util.Arrays;

/// Numbers in the order they were added.
final class IntList {
    int[] values;
    int size;

    IntList(int capacity) {
        values = new int[capacity];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(16, size + (size >> 1)));
        }
        values[size++] = value;
    }

    /// Makes room for so many more, which may then be written behind `size`.
    int[] room(int more) {
        if (size + more > values.length) {
            values = Arrays.copyOf(values, Math.max(size + more, size + (size >> 1)));
        }
        return values;
    }

    int get(int at) {
        return values[at];
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
