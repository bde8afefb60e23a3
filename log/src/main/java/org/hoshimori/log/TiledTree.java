package org.hoshimori.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A Merkle tree over tiles: reads the few it needs (about three a proof for millions of leaves),
/// each once. Not for several threads.
public final class TiledTree {

    private final long size;
    private final TileReader tiles;
    private final Map<Tile, List<Hash>> read = new HashMap<>();

    /// @param size number of leaves of the tree that is asked about; the tiles may hold more
    public TiledTree(long size, TileReader tiles) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size: " + size);
        }
        this.size = size;
        this.tiles = tiles;
    }

    public TreeHead head() {
        return frontier().head();
    }

    /// What appending goes on from.
    public Frontier frontier() {
        List<Hash> peaks = new ArrayList<>();
        long from = 0;
        while (from < size) {
            long width = Long.highestOneBit(size - from);
            peaks.add(range(from, from + width));
            from += width;
        }
        return new Frontier(size, peaks);
    }

    /// PATH(index, D[size]) of RFC 6962, section 2.1.1.
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /// PROOF(older, D[size]) of RFC 6962, section 2.1.2.
    public ConsistencyProof consistency(long older) {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("a tree of " + size + " had never " + older);
        }
        List<Hash> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (older != 0 && older != to) {
            long middle = from + split(to - from);
            if (older <= middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            // The verifier knows the older root only when the older tree is this very subtree.
            path.addFirst(range(from, to));
        }
        return new ConsistencyProof(older, size, path);
    }

    /// The largest power of two smaller than n.
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }

    /// MTH(D[from:to]) for a range that stands on a subtree's left edge.
    private Hash range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return perfect(height, from >> height);
        }
        long middle = from + split(width);
        return Hash.node(range(from, middle), range(middle, to));
    }

    /// The root of the perfect subtree of that height: folded from the hashes of one tile.
    private Hash perfect(int height, long index) {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = index << above;
        long tileIndex = first / Tile.FULL;
        long width = Math.min(Tile.FULL, (size >> level * Tile.HEIGHT) - tileIndex * Tile.FULL);
        List<Hash> tile = tile(new Tile(level, tileIndex, (int) width));
        int slot = (int) (first % Tile.FULL);
        List<Hash> row = tile.subList(slot, slot + (1 << above));
        while (row.size() > 1) {
            List<Hash> parents = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                parents.add(Hash.node(row.get(i), row.get(i + 1)));
            }
            row = parents;
        }
        return row.getFirst();
    }

    private List<Hash> tile(Tile tile) {
        return read.computeIfAbsent(
                tile,
                wanted -> {
                    List<Hash> hashes = tiles.read(wanted);
                    if (hashes.size() != wanted.width()) {
                        throw new IllegalStateException(
                                "another width than asked: " + wanted.path());
                    }
                    return hashes;
                });
    }
}
