package org.hoshimori.rules;

/// What sets a criterion apart for the rule of its level.
public enum Trait implements Code {
    /// Describes the applicant; left open it decides nothing, answered badly it does.
    CONTEXT,
    /// Answered as not met it fails the whole, whatever else was said.
    AUTO_FAIL,
    /// May never be left for a plan of action.
    NEVER_DEFERRED,
    /// May be left for a plan of action when partly met, although it weighs too much otherwise.
    DEFERRABLE_WHEN_PARTIAL,
    /// Without it nothing can be scored at all.
    PREREQUISITE,
    /// Has a floor of its own that no average can make up for.
    KEY,
    /// Must be met where the others need only be answered.
    MUST,
    /// Left out of one mean by the publisher's workbook, by a slip that a setting repeats.
    WORKBOOK_SLIP
}
