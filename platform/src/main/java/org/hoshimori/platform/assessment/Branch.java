package org.hoshimori.platform.assessment;

import java.util.List;
import org.hoshimori.rules.Category;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Requirement;

/// A category in the tree of the workbench.
///
/// @param passing how many of its criteria pass the gate
public record Branch(Category category, int passing, int total, List<Twig> twigs) {

    /// A requirement in the tree.
    public record Twig(Requirement requirement, List<Leaf> leaves) {}

    /// A criterion in the tree.
    public record Leaf(AssessmentId assessment, Criterion criterion, State state) {}

    /// Whether any leaf still waits for somebody.
    public boolean waits() {
        return passing < total;
    }
}
