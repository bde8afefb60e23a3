package org.hoshimori.rules;

/// How far an edition of a scheme binds anybody.
public enum EditionStatus implements Code {
    OFFICIAL,
    DRAFT,
    CONCEPT,
    PROPOSAL,
    /// Taken over from a document that somebody gave this instance; binds as far as that document
    /// does.
    IMPORTED
}
