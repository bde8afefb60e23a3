package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// One typed relation between two criteria (or requirements) of different schemes.
///
/// @param strength 1 to 10, as OLIR counts
/// @param note why, where it needs saying
public record Mapping(
        String source,
        Relation relation,
        String target,
        Rationale rationale,
        int strength,
        @Nullable Text note) {
    /// By what the two were compared.
    public enum Rationale implements Code {
        /// By their words.
        SYNTACTIC,
        /// By their meaning.
        SEMANTIC,
        /// By what results from them.
        FUNCTIONAL
    }
}
