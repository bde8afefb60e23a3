package org.hoshimori.rules;

/// How sure one line of a catalogue is: facts have a status.
public enum Standing implements Code {
    /// Number and content follow the published sheet.
    OFFICIAL,
    /// The number is certain, the content is concluded from other sources.
    DERIVED,
    /// Number and content are this project's proposal.
    PROPOSAL
}
