package org.hoshimori.log;

import java.util.ArrayList;
import java.util.List;

/// The hashes that show that a newer tree begins with the whole older one (RFC 6962, section
/// 2.1.2).
///
/// @param older leaves of the older tree, from 0
/// @param newer leaves of the newer tree, not less
public record ConsistencyProof(long older, long newer, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
        if (older < 0 || older > newer || path.size() > InclusionProof.LONGEST_PATH + 1) {
            throw new IllegalArgumentException(
                    "no proof from " + older + " to " + newer + " by " + path.size() + " hashes");
        }
    }

    /// Whether nothing of the older tree was dropped, moved or changed (RFC 9162, section 2.1.4.2).
    /// Every tree continues the empty one.
    public boolean proves(TreeHead olderHead, TreeHead newerHead) {
        if (olderHead.size() != older || newerHead.size() != newer) {
            return false;
        }
        if (older == 0) {
            return path.isEmpty();
        }
        if (older == newer) {
            return path.isEmpty() && olderHead.equals(newerHead);
        }
        List<Hash> steps = new ArrayList<>(path);
        if (Long.bitCount(older) == 1) {
            steps.addFirst(olderHead.root());
        }
        return !steps.isEmpty() && leads(steps, olderHead.root(), newerHead.root());
    }

    private boolean leads(List<Hash> steps, Hash olderRoot, Hash newerRoot) {
        int shared = Long.numberOfTrailingZeros(~(older - 1));
        long node = older - 1 >> shared;
        long last = newer - 1 >> shared;
        Hash before = steps.getFirst();
        Hash after = before;
        for (Hash step : steps.subList(1, steps.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = Hash.node(step, before);
                after = Hash.node(step, after);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                after = Hash.node(after, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(olderRoot) && after.equals(newerRoot);
    }
}
