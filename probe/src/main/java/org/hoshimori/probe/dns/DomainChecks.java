package org.hoshimori.probe.dns;

import java.time.Clock;
import java.util.List;

/// The checks of this package.
public final class DomainChecks {

    private DomainChecks() {}

    /// @param anchors the trust anchors of DNSSEC, in zone file form
    public static List<DomainCheck> all(String anchors, Clock clock) {
        return List.of(
                new DelegationCheck(),
                new DnssecCheck(anchors, clock),
                new CaaCheck(),
                new DanglingCheck());
    }
}
