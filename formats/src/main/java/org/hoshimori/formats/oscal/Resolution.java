package org.hoshimori.formats.oscal;

import java.util.List;
import org.hoshimori.rules.Fault;

/// What resolving a profile gave.
public sealed interface Resolution {
    /// @param catalog what the profile amounts to
    /// @param notices what in the profile led nowhere
    record Resolved(OscalDocument catalog, List<Fault> notices) implements Resolution {
        public Resolved {
            notices = List.copyOf(notices);
        }
    }

    /// Why it cannot be resolved.
    record Refused(List<Fault> faults) implements Resolution {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
