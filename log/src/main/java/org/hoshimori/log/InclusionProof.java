package org.hoshimori.log;

import java.util.List;

/// The hashes that lead from one leaf to the root (RFC 6962, section 2.1.1).
///
/// @param index place of the leaf, from 0
/// @param size leaves of the tree, more than index
/// @param path from the leaf's sibling upwards
public record InclusionProof(long index, long size, List<Hash> path) {

    /// No tree is higher.
    public static final int LONGEST_PATH = 64;

    public InclusionProof {
        path = List.copyOf(path);
        if (index < 0 || index >= size || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "no proof for leaf "
                            + index
                            + " of "
                            + size
                            + " by "
                            + path.size()
                            + " hashes");
        }
    }

    /// Whether the leaf stands at this place of that very tree (RFC 9162, section 2.1.3.2).
    public boolean proves(Hash leaf, TreeHead head) {
        if (head.size() != size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash root = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                root = Hash.node(sibling, root);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                root = Hash.node(root, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && root.equals(head.root());
    }
}
