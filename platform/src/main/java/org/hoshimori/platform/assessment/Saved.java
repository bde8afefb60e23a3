package org.hoshimori.platform.assessment;

/// What came of saving an answer.
public sealed interface Saved {

    /// It is saved (or says what already stood there).
    record Done(Answer answer) implements Saved {}

    /// Somebody saved before: nothing was replaced. What was sent is kept in the history, and
    /// stands here beside what is saved now, to choose from or to merge.
    record Stale(Answer current, Said mine) implements Saved {}

    /// The criterion does not belong to this assessment, or a text is too long.
    ///
    /// @param reasonKey of the message for the person
    record Refused(String reasonKey) implements Saved {}

    /// Not open for writing now: declared and frozen, or returned and this criterion was not.
    record Closed(Stage stage) implements Saved {}
}
