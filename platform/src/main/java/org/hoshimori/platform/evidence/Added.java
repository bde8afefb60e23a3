package org.hoshimori.platform.evidence;

import java.util.List;

/// What became of a piece of evidence somebody offered.
public sealed interface Added {

    /// Durable on disk and in the database; `evidence.check()` may still be waiting.
    record Stored(Evidence evidence) implements Added {}

    /// @param name what was offered
    /// @param reasonKey a text of `messages/evidence_*`, a whole sentence
    /// @param arguments its arguments
    record Refused(String name, String reasonKey, List<String> arguments) implements Added {
        public Refused {
            arguments = List.copyOf(arguments);
        }
    }
}
