package org.hoshimori.rules;

import java.math.BigDecimal;

/// A figure inside a criterion, so that programs need not read it out of a sentence.
///
/// @param value the figure, in the unit that `type` names
/// @param bound whether it may not be exceeded or must be reached
public record Parameter(String id, Type type, BigDecimal value, Bound bound, Text label) {
    /// The unit of a figure.
    public enum Type implements Code {
        DAYS,
        MONTHS,
        /// A CVSS base score, 0.0 to 10.0.
        CVSS,
        CHARACTERS,
        TRIES,
        /// Kinds of something, such as authentication factors.
        KINDS
    }

    /// Whether the figure may not be exceeded or must be reached.
    public enum Bound implements Code {
        MAX,
        MIN
    }
}
