package org.hoshimori.probe.dns;

import org.hoshimori.probe.Sight;

/// A check that asks only the domain name system about one domain.
public interface DomainCheck {

    /// Id of the check, such as `dns.caa`.
    String id();

    /// What it reads by.
    String standard();

    /// Looks. An answer that cannot be had is an outcome, never an exception.
    Sight look(String domain, Dns dns);
}
