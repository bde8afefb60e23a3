package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.WORDS;

import java.util.Arrays;

/// A sum of points for every company of a block, as planes of bits from the lowest: adding points
/// to 64 companies takes a few instructions. What is to be added to a plane waits until there are
/// two of it, and goes in by one full adder, so that a plane is touched half as often as the one
/// below.
final class Sum {
    private final long[][] planes;
    private final long[][] waiting;
    private final boolean[] waits;
    private final long[][] carries;

    /// @param most the greatest sum
    Sum(int most) {
        int width = Integer.SIZE - Integer.numberOfLeadingZeros(most);
        planes = new long[width][WORDS];
        waiting = new long[width][WORDS];
        waits = new boolean[width];
        carries = new long[width][WORDS];
    }

    void clear() {
        for (long[] plane : planes) {
            Arrays.fill(plane, 0);
        }
        Arrays.fill(waits, false);
    }

    /// Adds `points` to all in `who`.
    void add(int points, long[] who) {
        for (int bit = 0; points >> bit != 0; bit++) {
            if ((points >> bit & 1) != 0) {
                add(who, bit);
            }
        }
    }

    private void add(long[] who, int from) {
        long[] more = who;
        for (int plane = from; plane < planes.length; plane++) {
            waits[plane] = !waits[plane];
            if (waits[plane]) {
                System.arraycopy(more, 0, waiting[plane], 0, WORDS);
                return;
            }
            addBoth(planes[plane], waiting[plane], more, carries[plane]);
            more = carries[plane];
        }
    }

    private static void addBoth(long[] plane, long[] first, long[] second, long[] carry) {
        for (int i = 0; i < WORDS; i++) {
            long before = plane[i];
            long either = first[i] ^ second[i];
            plane[i] = before ^ either;
            carry[i] = before & either | first[i] & second[i];
        }
    }

    /// Adds what still waits; nothing may be added after it.
    void close() {
        for (int plane = 0; plane < planes.length; plane++) {
            if (waits[plane]) {
                waits[plane] = false;
                addBoth(planes[plane], waiting[plane], NOBODY, carries[plane]);
                if (plane + 1 < planes.length) {
                    add(carries[plane], plane + 1);
                }
            }
        }
    }

    private static final long[] NOBODY = new long[WORDS];

    /// Takes those out of `mask` whose sum is more than `most`.
    void atMost(int most, long[] mask) {
        if (most < 0) {
            Arrays.fill(mask, 0);
        }
        if (most < 0 || most >> planes.length != 0) {
            return;
        }
        for (int i = 0; i < WORDS; i++) {
            long more = 0;
            long same = -1;
            for (int plane = planes.length - 1; plane >= 0; plane--) {
                long bit = -(most >> plane & 1);
                more |= same & planes[plane][i] & ~bit;
                same &= ~(planes[plane][i] ^ bit);
            }
            mask[i] &= ~more;
        }
    }

    void store(long[][] into, int at) {
        for (int plane = 0; plane < planes.length; plane++) {
            System.arraycopy(planes[plane], 0, into[plane], at, WORDS);
        }
    }

    int width() {
        return planes.length;
    }
}
