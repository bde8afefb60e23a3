package org.hoshimori.probe.bench;

import java.util.Optional;
import java.util.Set;
import org.hoshimori.probe.fleet.Host;

/// Another tool that looks at hosts of the fleet.
interface Peer {

    String name();

    /// What must be installed; for the line that says so.
    String needs();

    boolean present();

    /// The rules of ours that it has an opinion on.
    Set<String> rules();

    /// Whether it can look at this host at all.
    boolean looksAt(Host host);

    /// The rules that fail there by what it says; nothing when it gave up.
    Optional<Set<String>> fails(Host host, int port);
}
