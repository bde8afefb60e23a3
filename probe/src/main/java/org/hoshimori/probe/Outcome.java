package org.hoshimori.probe;

/// How looking went. Only [Seen] and [Absent] say something about the host: a host that refuses, is
/// slow or cannot be understood is unknown, never bad.
public sealed interface Outcome {

    /// It was there, and this is what it said.
    record Seen(Facts facts) implements Outcome {
        @Override
        public String word() {
            return "seen";
        }
    }

    /// An authoritative answer said that there is none.
    record Absent(Facts facts) implements Outcome {
        public Absent() {
            this(Facts.NONE);
        }

        @Override
        public String word() {
            return "absent";
        }
    }

    /// The host, or our own guard, refused.
    record Refused(String reason) implements Outcome {
        @Override
        public String word() {
            return "refused";
        }
    }

    /// No answer within the bound.
    ///
    /// @param millis how long was waited, in milliseconds
    record TimedOut(long millis) implements Outcome {
        @Override
        public String word() {
            return "timed-out";
        }

        @Override
        public String reason() {
            return millis + " ms";
        }
    }

    /// An answer that settles nothing, such as a server's own failure.
    record Inconclusive(String reason) implements Outcome {
        @Override
        public String word() {
            return "inconclusive";
        }
    }

    /// The word of this outcome in JSON.
    String word();

    /// The facts, which only a look that settled something has.
    default Facts facts() {
        return Facts.NONE;
    }

    /// Why nothing is settled; empty where something is.
    default String reason() {
        return "";
    }

    /// Whether something is known now.
    default boolean settled() {
        return this instanceof Seen || this instanceof Absent;
    }
}
