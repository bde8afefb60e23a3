package org.hoshimori.platform.assessment;

/// What came of accepting an invitation to help.
sealed interface Accepted {

    record Done(AssessmentId assessment) implements Accepted {}

    /// Signed in with another mail address than the invited one.
    record OtherPerson(String invited) implements Accepted {}

    /// Accepted already, revoked, or too old.
    record Gone() implements Accepted {}

    /// The number of the employer is not a 法人番号.
    record WrongNumber() implements Accepted {}
}
