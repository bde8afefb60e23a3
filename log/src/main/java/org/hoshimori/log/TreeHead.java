package org.hoshimori.log;

/// A tree in two values: how many leaves it has and the hash over all of them.
///
/// @param size number of leaves, from 0
public record TreeHead(long size, Hash root) {

    public TreeHead {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size: " + size);
        }
        if (size == 0 && !root.equals(Hash.EMPTY_TREE)) {
            throw new IllegalArgumentException("the empty tree has one root only (RFC 6962, 2.1)");
        }
    }
}
