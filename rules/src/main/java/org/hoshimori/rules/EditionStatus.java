package org.hoshimori.rules;

/// How far an edition of a scheme binds anybody.
public enum EditionStatus implements Code {
    OFFICIAL,
    DRAFT,
    CONCEPT,
    PROPOSAL
}
