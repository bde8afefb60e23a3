package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.WORDS;

import java.util.Arrays;

/// A sum of points for every company of a block, as planes of bits from the lowest: adding points
/// to 64 companies takes a few instructions.
final class Sum {
    private final long[][] planes;
    private final long[] carry = new long[WORDS];

    /// @param most the greatest sum
    Sum(int most) {
        planes = new long[Integer.SIZE - Integer.numberOfLeadingZeros(most)][WORDS];
    }

    void clear() {
        for (long[] plane : planes) {
            Arrays.fill(plane, 0);
        }
    }

    /// Adds `points` to all in `who`.
    void add(int points, long[] who) {
        for (int bit = 0; points >> bit != 0; bit++) {
            if ((points >> bit & 1) != 0) {
                System.arraycopy(who, 0, carry, 0, WORDS);
                for (int plane = bit; plane < planes.length; plane++) {
                    addCarry(planes[plane], carry);
                }
            }
        }
    }

    private static void addCarry(long[] plane, long[] carry) {
        for (int i = 0; i < WORDS; i++) {
            long before = plane[i];
            plane[i] = before ^ carry[i];
            carry[i] &= before;
        }
    }

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
