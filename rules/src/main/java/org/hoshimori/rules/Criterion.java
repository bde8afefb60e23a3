package org.hoshimori.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A criterion (評価基準): one checkable statement, the unit of an answer.
///
/// @param requirement id of the requirement it belongs to
/// @param level id of the lowest level that asks it
/// @param row its row in the official sheet, where known
/// @param kind what sort of thing shows it; null where the scheme does not tell
/// @param help plain words for somebody who does this for the first time; null where there are none
/// @param evidence examples of what shows it
/// @param parts what must hold together, for criteria that list several things; where the edition
///   says so each may be answered alone as `id[part]`
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
        @Nullable Kind kind,
        Text text,
        @Nullable Text help,
        List<Text> evidence,
        @Nullable Duty duty,
        List<Parameter> parameters,
        List<Part> parts,
        List<Part> alternatives,
        List<String> refs,
        @Nullable Text notApplicable,
        Weighing weighing,
        Links links) {
    public Criterion {
        evidence = List.copyOf(evidence);
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
        alternatives = List.copyOf(alternatives);
        refs = List.copyOf(refs);
    }

    /// The same criterion, asked from another level on.
    Criterion at(String level) {
        return with(requirement, level, status, confidence, text, help);
    }

    /// The same criterion where a sheet places it: number, level and place are certain, the words
    /// are no more than a name for them.
    Criterion in(String requirement, Text name) {
        return with(requirement, level, Standing.DERIVED, Confidence.C, name, null);
    }

    /// The same in other words.
    Criterion worded(Text other) {
        return with(requirement, level, status, confidence, other, help);
    }

    private Criterion with(
            String requirement,
            String level,
            Standing status,
            Confidence confidence,
            Text text,
            @Nullable Text help) {
        return new Criterion(
                id,
                requirement,
                level,
                row,
                status,
                confidence,
                kind,
                text,
                help,
                evidence,
                duty,
                parameters,
                parts,
                alternatives,
                refs,
                notApplicable,
                weighing,
                links);
    }

    /// The id by which one part is answered alone: `AC.L2-3.1.1[a]`.
    public String part(Part part) {
        return id + "[" + part.id() + "]";
    }

    /// One lettered piece of a criterion.
    public record Part(String id, Text text) {}
}
