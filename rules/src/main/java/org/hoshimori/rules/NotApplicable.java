package org.hoshimori.rules;

/// What a scheme makes of "does not apply".
public enum NotApplicable implements Code {
    /// Passes when a reason is written; without one it counts as missing.
    WITH_REASON,
    /// Passes; a reason is asked for but its absence changes nothing.
    ACCEPTED
}
