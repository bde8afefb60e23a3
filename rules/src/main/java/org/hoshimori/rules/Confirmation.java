package org.hoshimori.rules;

/// Who must confirm a self-assessment before a level may be registered.
public enum Confirmation implements Code {
    /// Nobody: the company says so itself.
    SELF,
    /// A qualified expert confirms a self-assessment.
    EXPERT,
    /// A designated body assesses as a third party.
    ASSESSMENT_BODY
}
