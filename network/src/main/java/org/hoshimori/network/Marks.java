package org.hoshimori.network;

import java.util.Arrays;

/// A set of companies, one bit each.
final class Marks {
    final long[] words;

    Marks(int companies) {
        words = new long[(companies + 63) >>> 6];
    }

    private Marks(long[] words) {
        this.words = words;
    }

    boolean has(int company) {
        return (words[company >>> 6] >>> company & 1) != 0;
    }

    void add(int company) {
        words[company >>> 6] |= 1L << company;
    }

    void remove(int company) {
        words[company >>> 6] &= ~(1L << company);
    }

    /// Removes the only ones that may be in it.
    void removeAll(int[] companies, int from, int to) {
        // A word is cleared several times quicker than a bit.
        if (to - from > words.length >>> 2) {
            clear();
        } else {
            for (int i = from; i < to; i++) {
                remove(companies[i]);
            }
        }
    }

    /// Adds, and says whether it was not there.
    boolean addNew(int company) {
        long word = words[company >>> 6];
        long with = word | 1L << company;
        words[company >>> 6] = with;
        return with != word;
    }

    int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    Marks sized(int companies) {
        return new Marks(Arrays.copyOf(words, (companies + 63) >>> 6));
    }

    static Marks of(long[] words) {
        return new Marks(words);
    }

    void clear() {
        Arrays.fill(words, 0);
    }
}
