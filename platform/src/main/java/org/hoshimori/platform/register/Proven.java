package org.hoshimori.platform.register;

import java.util.ArrayList;
import java.util.List;
import org.hoshimori.log.EntryProof;
import org.hoshimori.log.Hash;

/// An entry with its proof, laid out step by step for people who want to follow it by hand.
///
/// @param content the canonical JSON that is hashed
public record Proven(Written written, String content, Hash leaf, EntryProof proof) {

    /// One step towards the root: this hash stood on that side, and together they gave the result.
    public record Step(Hash sibling, boolean siblingIsLeft, Hash result) {}

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Hash hash = leaf;
        long node = proof.inclusion().index();
        long last = proof.inclusion().size() - 1;
        for (Hash sibling : proof.inclusion().path()) {
            boolean left = (node & 1) == 1 || node == last;
            hash = left ? Hash.node(sibling, hash) : Hash.node(hash, sibling);
            steps.add(new Step(sibling, left, hash));
            while (left && (node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
            node >>= 1;
            last >>= 1;
        }
        return steps;
    }
}
