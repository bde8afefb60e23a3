package org.hoshimori.probe.run;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.network.Reputation;
import org.hoshimori.probe.tls.Authorities;

/// How to look.
///
/// @param resolver the recursive resolver to ask, or the system's own
/// @param authorities whom to trust for certificates
/// @param anchors trust anchors of DNSSEC, in zone file form
/// @param revocation whether the revocation lists that certificates name are fetched
/// @param doNotProbe names, addresses and blocks that are never contacted
/// @param reputation lists of hosts with a bad name
/// @param perSecond most connections a second to one host
/// @param ports which ports to look at; empty for the usual ones
/// @param patience most milliseconds for one connection
/// @param most longest time for one target, however many connections it takes
/// @param together how many targets at once, with at most twice as many connections
/// @param vantage from where, as observations name it
public record Settings(
        Optional<InetSocketAddress> resolver,
        Authorities authorities,
        String anchors,
        boolean revocation,
        boolean allowPrivate,
        List<String> doNotProbe,
        Reputation reputation,
        int perSecond,
        List<Port> ports,
        int patience,
        Duration most,
        int together,
        String vantage,
        Clock clock) {

    /// The longest time for one target unless told otherwise.
    public static final Duration MOST = Duration.ofSeconds(90);

    public Settings {
        doNotProbe = List.copyOf(doNotProbe);
        ports = List.copyOf(ports);
    }

    /// A port, and what is spoken there if the caller knows.
    public record Port(int number, Protocol service) {}

    /// The port for a service among the wished ones, or its usual one.
    int port(Protocol service) {
        return ports.stream()
                .filter(port -> port.service() == service)
                .map(Port::number)
                .findFirst()
                .orElse(service.port());
    }
}
