package org.hoshimori.platform.assurance;

/// What became of an expert's yes.
public sealed interface Accepted {

    record Done(Engagement engagement) implements Accepted {}

    /// The rules of independence refuse the expert, for the reasons inside; the invitation stays.
    record NotIndependent(Independence independence) implements Accepted {}

    /// No qualification of the expert counts today.
    record NotQualified() implements Accepted {}
}
