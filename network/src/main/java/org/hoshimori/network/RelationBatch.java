package org.hoshimori.network;

import java.util.ArrayList;
import java.util.List;

/// Relations from one part of a source, read while others read the other parts: companies that the
/// builder did not know when this batch was made have numbers below 0, good in this batch only. Not
/// for several threads.
///
/// What comes out of it does not depend on who reads when: batches are added in the order of the
/// source, and every company is then numbered where it is named first.
public final class RelationBatch {
    private static final int PIECE = 1 << 16;

    /// Marks a number where a key may stand.
    private static final long NUMBER = Long.MIN_VALUE;

    /// Relations side by side. Pieces are never copied to grow.
    static final class Piece {
        final int[] pairs;
        final float[] weights;
        final byte[] required;
        final byte[] kinds;
        int size;

        /// The numbers of companies whose number in `pairs` is below 0: that of -1 comes first.
        private int[] learned = {};

        Piece(int room) {
            pairs = new int[2 * room];
            weights = new float[room];
            required = new byte[room];
            kinds = new byte[room];
        }

        /// Puts what was learned into the pairs.
        void learn() {
            if (learned.length > 0) {
                for (int i = 0; i < 2 * size; i++) {
                    if (pairs[i] < 0) {
                        pairs[i] = learned[~pairs[i]];
                    }
                }
            }
        }
    }

    private final Names known;
    private final Names unknown = new Names();
    private final List<Piece> pieces = new ArrayList<>();
    private Piece last = new Piece(0);

    /// The companies of the last rows of the last piece: a key, or a number with a mark.
    private final long[] waiting = new long[Names.TOGETHER];

    private int waits;

    RelationBatch(Names known) {
        this.known = known;
    }

    /// A relation between two companies whose names stand in the same bytes, in UTF-8.
    ///
    /// @param weight 0 or more, in one unit for the whole network
    /// @param required the level that the purchaser requires, 0 to [Byte#MAX_VALUE]
    /// @param kinds [Dependence] bits
    public void relate(
            byte[] utf8,
            int purchaserFrom,
            int purchaserTo,
            int supplierFrom,
            int supplierTo,
            float weight,
            int required,
            int kinds) {
        if (purchaserFrom >= purchaserTo || supplierFrom >= supplierTo) {
            throw new IllegalArgumentException("a company needs a name");
        }
        if (waits == Names.TOGETHER || last.size == last.kinds.length) {
            settle();
        }
        long purchaser = look(utf8, purchaserFrom, purchaserTo);
        if (purchaser == NUMBER) {
            settle();
            purchaser = learn(utf8, purchaserFrom, purchaserTo);
        }
        long supplier = look(utf8, supplierFrom, supplierTo);
        if (supplier == NUMBER) {
            // Whoever is named before must become known before.
            settle();
            purchaser = purchaser < 0 ? purchaser : number(numberOf(purchaser));
            supplier = learn(utf8, supplierFrom, supplierTo);
        }
        append(weight, required, kinds);
        waiting[waits] = purchaser;
        waiting[waits + 1] = supplier;
        waits += 2;
    }

    void relate(int purchaser, int supplier, float weight, int required, int kinds) {
        settle();
        append(weight, required, kinds);
        last.pairs[2 * last.size - 2] = purchaser;
        last.pairs[2 * last.size - 1] = supplier;
    }

    /// A key that tells the name, or the number of a name that is known, or only the mark.
    private long look(byte[] utf8, int from, int to) {
        long key = NameKey.of(utf8, from, to);
        if (key >= 0) {
            return key;
        }
        int found = known.find(key, utf8, from, to);
        return found < 0 ? NUMBER : number(found);
    }

    private long learn(byte[] utf8, int from, int to) {
        return number(~unknown.intern(utf8, from, to));
    }

    /// Never the mark alone: numbers are shifted by one.
    private static long number(int company) {
        return NUMBER | company + 1L & 0xffffffffL;
    }

    private void append(float weight, int required, int kinds) {
        if (!(weight >= 0) || weight == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
        if (last.size == last.kinds.length) {
            last = new Piece(PIECE);
            pieces.add(last);
        }
        Piece piece = last;
        int at = piece.size;
        piece.weights[at] = weight;
        piece.required[at] = (byte) required;
        piece.kinds[at] = (byte) kinds;
        piece.size = at + 1;
    }

    /// Finds the companies that wait.
    private void settle() {
        int[] pairs = last.pairs;
        int start = 2 * last.size - waits;
        known.glance(waiting, waits, pairs, start);
        boolean missing = false;
        for (int i = 0; i < waits; i++) {
            long company = waiting[i];
            if (company < 0) {
                pairs[start + i] = (int) company - 1;
            } else if (pairs[start + i] < 0) {
                pairs[start + i] = known.find(company);
                missing |= pairs[start + i] < 0;
            }
        }
        if (missing) {
            for (int i = 0; i < waits; i++) {
                if (waiting[i] >= 0 && pairs[start + i] < 0) {
                    pairs[start + i] = ~unknown.intern(waiting[i]);
                }
            }
        }
        waits = 0;
    }

    private int numberOf(long key) {
        int found = known.find(key);
        return found >= 0 ? found : ~unknown.intern(key);
    }

    /// The pieces; `names` learn the companies they do not know.
    List<Piece> settled(Names names) {
        settle();
        if (unknown.size() > 0) {
            int[] numbers = names.internAll(unknown);
            pieces.forEach(piece -> piece.learned = numbers);
        }
        return pieces;
    }
}
