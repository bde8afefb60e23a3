package org.hoshimori.probe;

import java.net.InetAddress;

/// One port of one address, reached under a name.
///
/// @param host the name asked for, or the address as text
/// @param address the very address that is connected to
public record Endpoint(String host, InetAddress address, int port, Protocol service) {

    /// How an observation names it.
    public String asset() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /// Whether a server may be told the name (an address is never sent as one, RFC 6066).
    public boolean named() {
        return !host.matches("[0-9.]+") && !host.contains(":");
    }

    public Endpoint as(Protocol other) {
        return new Endpoint(host, address, port, other);
    }
}
