package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.PLANES;
import static org.hoshimori.rules.bulk.Columns.WORDS;

/// What the companies of one block are found to do about one criterion: three planes of bits, from
/// the lowest, in `bits` from `at` on. Every loop is plain, so that the compiler makes vectors of
/// it.
@SuppressWarnings("ArrayRecordComponent")
record Planes(long[] bits, int at) {
    static final int LENGTH = PLANES * WORDS;

    static Planes empty() {
        return new Planes(new long[LENGTH], 0);
    }

    private int middle() {
        return at + WORDS;
    }

    private int high() {
        return at + 2 * WORDS;
    }

    /// Those who met it or to whom it does not apply.
    void passing(long[] into) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            into[i] = bits[high + i] & bits[middle + i];
        }
    }

    /// Everybody else.
    void failing(long[] into) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            into[i] = ~(bits[high + i] & bits[middle + i]);
        }
    }

    /// Leaves only those who met it.
    void keepMet(long[] mask) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            mask[i] &= bits[high + i] & bits[middle + i] & bits[at + i];
        }
    }

    /// Those who partly met it.
    void partial(long[] into) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            into[i] = bits[high + i] & ~bits[middle + i];
        }
    }

    void copy(Planes from) {
        System.arraycopy(from.bits, from.at, bits, at, LENGTH);
    }

    /// Whether nobody answered.
    boolean silent() {
        for (int i = at; i < at + LENGTH; i++) {
            if (bits[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// Whoever did not answer takes the answers of `other`.
    void fill(Planes other) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            long open = ~(bits[at + i] | bits[middle + i] | bits[high + i]);
            bits[at + i] |= open & other.bits[other.at + i];
            bits[middle + i] |= open & other.bits[other.middle() + i];
            bits[high + i] |= open & other.bits[other.high() + i];
        }
    }

    /// Whoever is in `mask` met it.
    void meet(long[] mask) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            bits[at + i] |= mask[i];
            bits[middle + i] |= mask[i];
            bits[high + i] |= mask[i];
        }
    }

    /// The worse of both, as [org.hoshimori.rules.Outcome#with] says. The lowest plane is turned.
    void worsen(Planes other) {
        int middle = middle();
        int high = high();
        for (int i = 0; i < WORDS; i++) {
            long low = ~bits[at + i];
            long otherLow = ~other.bits[other.at + i];
            long sameMiddle = ~(bits[middle + i] ^ other.bits[other.middle() + i]);
            long sameHigh = ~(bits[high + i] ^ other.bits[other.high() + i]);
            long mine =
                    ~bits[high + i] & other.bits[other.high() + i]
                            | sameHigh
                                    & (~bits[middle + i] & other.bits[other.middle() + i]
                                            | sameMiddle & ~low & otherLow);
            bits[at + i] = ~(mine & low | ~mine & otherLow);
            bits[middle + i] = mine & bits[middle + i] | ~mine & other.bits[other.middle() + i];
            bits[high + i] = mine & bits[high + i] | ~mine & other.bits[other.high() + i];
        }
    }

    /// Adds to `counts` how many have each bit and pair of bits set: low, middle, high, low and
    /// middle, middle and high, all three. The outcomes follow from these six.
    void count(long[] counts) {
        int middle = middle();
        int high = high();
        long l = 0;
        long m = 0;
        long h = 0;
        long lm = 0;
        long mh = 0;
        long lmh = 0;
        for (int i = 0; i < WORDS; i++) {
            long a = bits[at + i];
            long b = bits[middle + i];
            long c = bits[high + i];
            l += Long.bitCount(a);
            m += Long.bitCount(b);
            h += Long.bitCount(c);
            lm += Long.bitCount(a & b);
            mh += Long.bitCount(b & c);
            lmh += Long.bitCount(a & b & c);
        }
        counts[0] += l;
        counts[1] += m;
        counts[2] += h;
        counts[3] += lm;
        counts[4] += mh;
        counts[5] += lmh;
    }
}
