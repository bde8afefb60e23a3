package org.hoshimori.platform.assurance;

import org.hoshimori.rules.Code;

/// What keeps a statement from being signed; the text of each is `assurance.obstacle.<code>`.
public enum Obstacle implements Code {
    /// The assessment is not in the stage in which this is signed.
    STAGE,
    /// No qualification of the expert counts today.
    NOT_QUALIFIED,
    /// A rule of independence refuses the expert.
    NOT_INDEPENDENT,
    /// Some criteria were not marked as reviewed since they last changed.
    UNREVIEWED,
    /// Some criteria are marked with a question: return them, or mark them as reviewed.
    QUESTIONS,
    /// Who confirms cannot pledge.
    SAME_PERSON
}
