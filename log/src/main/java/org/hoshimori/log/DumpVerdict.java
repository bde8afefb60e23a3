package org.hoshimori.log;

import java.util.List;

/// What verifying a dump came to.
public sealed interface DumpVerdict {

    /// Every entry is where and what the log's signature says.
    ///
    /// @param keyTrusted whether the key came from the reader; if not, the dump vouches for itself
    ///   only
    /// @param checkpoints how many signed checkpoints the entries lead to, older ones included
    record Intact(
            String origin,
            TreeHead head,
            List<VerifierKey> signedBy,
            boolean keyTrusted,
            int checkpoints)
            implements DumpVerdict {}

    /// @param faults at least one, at most [DumpVerifier#MOST_FAULTS]
    record Faulty(String origin, long entries, List<Fault> faults) implements DumpVerdict {

        public Faulty {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a faulty dump has a fault");
            }
        }
    }

    /// Not a dump at all from this line on.
    record Unreadable(long line, String reason) implements DumpVerdict {}
}
