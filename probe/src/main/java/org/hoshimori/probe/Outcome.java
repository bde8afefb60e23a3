package org.hoshimori.probe;

/// How looking went. Only [Seen] and [Absent] say something about the host: a host that refuses, is
/// slow or cannot be understood is unknown, never bad.
public sealed interface Outcome {

    /// It was there, and this is what it said.
    record Seen(Facts facts) implements Outcome {}

    /// An authoritative answer said that there is none.
    record Absent(Facts facts) implements Outcome {
        public Absent() {
            this(Facts.NONE);
        }
    }

    /// The host, or our own guard, refused.
    record Refused(String reason) implements Outcome {}

    /// No answer within the bound.
    ///
    /// @param millis how long was waited, in milliseconds
    record TimedOut(long millis) implements Outcome {}

    /// An answer that settles nothing, such as a server's own failure.
    record Inconclusive(String reason) implements Outcome {}

    /// The word of this outcome in JSON.
    default String word() {
        return switch (this) {
            case Seen _ -> "seen";
            case Absent _ -> "absent";
            case Refused _ -> "refused";
            case TimedOut _ -> "timed-out";
            case Inconclusive _ -> "inconclusive";
        };
    }

    /// The facts, which only a look that settled something has.
    default Facts facts() {
        return switch (this) {
            case Seen(Facts facts) -> facts;
            case Absent(Facts facts) -> facts;
            case Refused _, TimedOut _, Inconclusive _ -> Facts.NONE;
        };
    }

    /// Whether something is known now.
    default boolean settled() {
        return this instanceof Seen || this instanceof Absent;
    }
}
