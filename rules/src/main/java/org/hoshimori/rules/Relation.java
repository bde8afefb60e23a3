package org.hoshimori.rules;

/// How what a source asks stands to what a target asks (NIST IR 8477; OSCAL mapping model).
public enum Relation implements Code {
    /// Both ask the same.
    EQUAL,
    /// The source asks less: it lies within the target.
    SUBSET,
    /// The source asks more: the target lies within it.
    SUPERSET,
    /// They have something in common.
    INTERSECTS;

    /// The same relation seen from the target.
    public Relation inverse() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case SUBSET -> SUPERSET;
            case SUPERSET -> SUBSET;
            case INTERSECTS -> INTERSECTS;
        };
    }
}
