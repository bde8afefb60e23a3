package org.hoshimori.rules.crosswalk;

import java.util.List;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Relation;

/// What an answer elsewhere suggests for one criterion. Somebody has to look at it: accepting
/// copies the links to evidence, not the judgement.
///
/// @param target id in the edition wanted
/// @param value what is suggested: met, partial or not-met, and never not-applicable
/// @param path how it was reached, from the answered criterion on
/// @param strength that of the weakest link, 1 to 10
public record Suggestion(String target, AnswerValue value, List<Hop> path, int strength) {
    /// One step of a path.
    ///
    /// @param scheme where it starts
    /// @param id where it starts
    /// @param relation what it starts from stands to what it leads to
    /// @param rule the crosswalk with its digest
    public record Hop(String scheme, String id, Relation relation, int strength, String rule) {}

    public Suggestion {
        path = List.copyOf(path);
        if (path.isEmpty() || value == AnswerValue.NOT_APPLICABLE) {
            throw new IllegalArgumentException(target + " " + value);
        }
    }
}
