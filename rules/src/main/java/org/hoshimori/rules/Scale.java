package org.hoshimori.rules;

/// The form of a scheme's answers.
public enum Scale implements Code {
    /// Words: the common five and the scheme's own.
    WORDS,
    /// A number of points from 0 to the criterion's weight.
    POINTS,
    /// Two maturities from 1 to 5, for documentation and implementation: `3/4`.
    PAIRS
}
