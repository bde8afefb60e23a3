package org.hoshimori.log;

import java.util.ArrayList;
import java.util.List;

/// All that appending needs of a tree: the roots of its perfect subtrees from left to right, one
/// for each bit of its size. At most 63 hashes, whatever the size.
///
/// @param size number of leaves
/// @param peaks largest subtree first
public record Frontier(long size, List<Hash> peaks) {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    public Frontier {
        peaks = List.copyOf(peaks);
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has not " + peaks.size() + " perfect subtrees");
        }
    }

    /// The tree with one leaf more.
    ///
    /// @param stored the hashes that are final from now on and belong in tiles: the leaf, and the
    ///   root of every tile it fills
    public record Appended(Frontier frontier, List<TileHash> stored) {}

    public Appended append(Hash leaf) {
        List<Hash> grown = new ArrayList<>(peaks);
        List<TileHash> stored = new ArrayList<>();
        stored.add(new TileHash(0, size, leaf));
        Hash carried = leaf;
        for (int height = 1; (size >> (height - 1) & 1) == 1; height++) {
            carried = Hash.node(grown.removeLast(), carried);
            if (height % Tile.HEIGHT == 0) {
                stored.add(new TileHash(height / Tile.HEIGHT, size >> height, carried));
            }
        }
        grown.add(carried);
        return new Appended(new Frontier(size + 1, grown), List.copyOf(stored));
    }

    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        Hash root = peaks.getLast();
        for (Hash peak : peaks.reversed().subList(1, peaks.size())) {
            root = Hash.node(peak, root);
        }
        return root;
    }

    public TreeHead head() {
        return new TreeHead(size, root());
    }
}
