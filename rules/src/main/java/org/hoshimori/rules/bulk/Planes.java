package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.PLANES;
import static org.hoshimori.rules.bulk.Columns.WORDS;

import java.util.Arrays;

/// What the companies of one block are found to do about one criterion: three planes of bits, from
/// the lowest. Every loop is plain and goes through arrays of their own at one place, so that the
/// compiler makes vectors of it: between parts of one array it would have to fear that what is
/// written is read again.
@SuppressWarnings("ArrayRecordComponent")
record Planes(long[] low, long[] middle, long[] high) {

    static Planes empty() {
        return new Planes(new long[WORDS], new long[WORDS], new long[WORDS]);
    }

    /// The planes of a column.
    static Planes of(long[][] block, int column) {
        int at = column * PLANES;
        return new Planes(block[at], block[at + 1], block[at + 2]);
    }

    /// Those who met it or to whom it does not apply.
    void passing(long[] into) {
        for (int i = 0; i < WORDS; i++) {
            into[i] = high[i] & middle[i];
        }
    }

    /// Everybody else.
    void failing(long[] into) {
        for (int i = 0; i < WORDS; i++) {
            into[i] = ~(high[i] & middle[i]);
        }
    }

    /// Leaves only those who met it.
    void keepMet(long[] mask) {
        for (int i = 0; i < WORDS; i++) {
            mask[i] &= high[i] & middle[i] & low[i];
        }
    }

    /// Those who partly met it.
    void partial(long[] into) {
        for (int i = 0; i < WORDS; i++) {
            into[i] = high[i] & ~middle[i];
        }
    }

    void copy(Planes from) {
        System.arraycopy(from.low, 0, low, 0, WORDS);
        System.arraycopy(from.middle, 0, middle, 0, WORDS);
        System.arraycopy(from.high, 0, high, 0, WORDS);
    }

    /// Whether nobody answered.
    boolean silent() {
        return Arrays.equals(low, NOBODY)
                && Arrays.equals(middle, NOBODY)
                && Arrays.equals(high, NOBODY);
    }

    private static final long[] NOBODY = new long[WORDS];

    /// Whoever did not answer takes the answers of `other`.
    void fill(Planes other) {
        for (int i = 0; i < WORDS; i++) {
            long open = ~(low[i] | middle[i] | high[i]);
            low[i] |= open & other.low[i];
            middle[i] |= open & other.middle[i];
            high[i] |= open & other.high[i];
        }
    }

    /// Whoever is in `mask` met it.
    void meet(long[] mask) {
        for (int i = 0; i < WORDS; i++) {
            low[i] |= mask[i];
            middle[i] |= mask[i];
            high[i] |= mask[i];
        }
    }

    /// The worse of both, as [org.hoshimori.rules.Outcome#with] says. The lowest plane is turned.
    void worsen(Planes other) {
        for (int i = 0; i < WORDS; i++) {
            long lower = ~low[i];
            long otherLower = ~other.low[i];
            long sameMiddle = ~(middle[i] ^ other.middle[i]);
            long sameHigh = ~(high[i] ^ other.high[i]);
            long mine =
                    ~high[i] & other.high[i]
                            | sameHigh
                                    & (~middle[i] & other.middle[i]
                                            | sameMiddle & ~lower & otherLower);
            low[i] = ~(mine & lower | ~mine & otherLower);
            middle[i] = mine & middle[i] | ~mine & other.middle[i];
            high[i] = mine & high[i] | ~mine & other.high[i];
        }
    }

    /// As `passing` alone, and adds to `counts` how many have each bit and pair of bits set: low,
    /// middle, high, low and middle, middle and high, all three. The outcomes follow from these
    /// six.
    void passing(long[] into, long[] counts) {
        long l = 0;
        long m = 0;
        long h = 0;
        long lm = 0;
        long mh = 0;
        long lmh = 0;
        for (int i = 0; i < WORDS; i++) {
            long a = low[i];
            long b = middle[i];
            long c = high[i];
            l += Long.bitCount(a);
            m += Long.bitCount(b);
            h += Long.bitCount(c);
            long passing = b & c;
            into[i] = passing;
            lm += Long.bitCount(a & b);
            mh += Long.bitCount(passing);
            lmh += Long.bitCount(a & passing);
        }
        counts[0] += l;
        counts[1] += m;
        counts[2] += h;
        counts[3] += lm;
        counts[4] += mh;
        counts[5] += lmh;
    }
}
