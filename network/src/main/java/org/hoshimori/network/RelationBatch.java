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

    /// Relations side by side. Pieces are never copied to grow.
    static final class Piece {
        final int[] pairs = new int[2 * PIECE];
        final float[] weights = new float[PIECE];
        final byte[] required = new byte[PIECE];
        final byte[] kinds = new byte[PIECE];
        int size;
    }

    private final Names known;
    private final Names unknown = new Names();
    private final List<Piece> pieces = new ArrayList<>();
    private Piece last = new Piece();
    private long lastKey = -1;
    private int lastPurchaser;

    RelationBatch(Names known) {
        this.known = known;
        last.size = PIECE;
    }

    /// The number of a purchaser, by its name in UTF-8.
    public int purchaser(byte[] utf8, int from, int to) {
        long key = Names.key(utf8, from, to);
        // Sources tend to name a purchaser many times in a row.
        if (key != lastKey || key < 0) {
            lastPurchaser = company(key, utf8, from, to);
            lastKey = key;
        }
        return lastPurchaser;
    }

    /// The number of a supplier, by its name in UTF-8.
    public int supplier(byte[] utf8, int from, int to) {
        return company(Names.key(utf8, from, to), utf8, from, to);
    }

    private int company(long key, byte[] utf8, int from, int to) {
        if (from >= to) {
            throw new IllegalArgumentException("a company needs a name");
        }
        int found = known.find(key, utf8, from, to);
        return found >= 0 ? found : ~unknown.intern(key, utf8, from, to);
    }

    /// @param weight 0 or more, in one unit for the whole network
    /// @param required the level that the purchaser requires, 0 to [Byte#MAX_VALUE]
    /// @param kinds [Dependence] bits
    public void relate(int purchaser, int supplier, float weight, int required, int kinds) {
        if (!(weight >= 0) || weight == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
        Piece piece = last;
        int at = piece.size;
        if (at == PIECE) {
            piece = new Piece();
            pieces.add(piece);
            last = piece;
            at = 0;
        }
        piece.pairs[2 * at] = purchaser;
        piece.pairs[2 * at + 1] = supplier;
        piece.weights[at] = weight;
        piece.required[at] = (byte) required;
        piece.kinds[at] = (byte) kinds;
        piece.size = at + 1;
    }

    /// The pieces, with every company by its number in `names`, which learn those they do not know.
    List<Piece> settled(Names names) {
        int[] number = new int[unknown.size()];
        for (int i = 0; i < number.length; i++) {
            number[i] = names.intern(unknown.bytes, unknown.starts[i], unknown.starts[i + 1]);
        }
        if (number.length > 0) {
            for (Piece piece : pieces) {
                for (int i = 0; i < 2 * piece.size; i++) {
                    if (piece.pairs[i] < 0) {
                        piece.pairs[i] = number[~piece.pairs[i]];
                    }
                }
            }
        }
        return pieces;
    }
}
