package org.hoshimori.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A criterion (評価基準): one checkable statement, the unit of an answer.
///
/// @param requirement id of the requirement it belongs to
/// @param level id of the lowest level that asks it
/// @param row its row in the official sheet, where known
/// @param help plain words for somebody who does this for the first time
/// @param evidence examples of what shows it
/// @param parts what must hold together, for criteria that list several things
/// @param alternatives either-or: one of them is enough
/// @param refs ids of criteria and requirements it rests on
/// @param notApplicable when this criterion may honestly be said not to apply; null when never
///   expected
public record Criterion(
        String id,
        String requirement,
        String level,
        @Nullable Integer row,
        Standing status,
        Confidence confidence,
        Kind kind,
        Text text,
        Text help,
        List<Text> evidence,
        @Nullable Duty duty,
        List<Parameter> parameters,
        List<Part> parts,
        List<Part> alternatives,
        List<String> refs,
        @Nullable Text notApplicable) {
    public Criterion {
        evidence = List.copyOf(evidence);
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
        alternatives = List.copyOf(alternatives);
        refs = List.copyOf(refs);
    }

    /// One lettered piece of a criterion.
    public record Part(String id, Text text) {}
}
