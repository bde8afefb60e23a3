package org.hoshimori.network.file;

import java.util.List;
import org.hoshimori.network.Network;

/// What came of loading a network.
public sealed interface Loaded {
    /// @param skipped rows that were left out; 0 unless that was asked for
    /// @param faults the first of those rows, for people to look at
    record Whole(Network network, long skipped, List<RowFault> faults) implements Loaded {
        public Whole {
            faults = List.copyOf(faults);
        }
    }

    /// @param faults at least one, at most 20
    /// @param more faults beyond those named
    record Refused(List<RowFault> faults, long more) implements Loaded {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
