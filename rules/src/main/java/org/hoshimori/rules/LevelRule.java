package org.hoshimori.rules;

/// How the answers decide whether a level is reached. Sealed: a new kind of rule is new code, a new
/// scheme with a known kind is only data.
public sealed interface LevelRule {
    /// A gate: every criterion is met, or not applicable with a reason. No mean, no points.
    record AllMet() implements LevelRule {}
}
