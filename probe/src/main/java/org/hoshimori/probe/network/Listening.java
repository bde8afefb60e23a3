package org.hoshimori.probe.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;
import org.hoshimori.probe.tls.TlsCheck;

/// Connects once, listens, and says at most one harmless word to a service that waits to be spoken
/// to.
public final class Listening {

    private static final String ID = "net.service";
    private static final String STANDARD = "RFC 9293";
    private static final int MOST = 2048;

    /// Milliseconds in which another service than the usual one would have greeted.
    private static final int SOON = 700;

    private final Reach reach;

    public Listening(Reach reach) {
        this.reach = reach;
    }

    /// What was found on a port.
    ///
    /// @param service what it turned out to be
    public record Heard(Sight sight, Protocol service) {}

    public Heard listen(Endpoint endpoint) {
        String asset = endpoint.asset();
        try {
            Words words = words(endpoint);
            // Some servers serve one at a time: the first connection is closed before the next.
            Protocol service =
                    words.service() == Protocol.UNKNOWN && words.banner().length == 0
                            ? guess(endpoint)
                            : words.service();
            byte[] banner = words.banner();
            return new Heard(
                    Sight.seen(
                            ID,
                            STANDARD,
                            asset,
                            facts(endpoint, service, banner),
                            banner.length == 0
                                    ? List.of()
                                    : List.of(Proof.of("banner", "first bytes", banner))),
                    service);
        } catch (IOException e) {
            Outcome outcome = TlsCheck.outcome(e, reach.millis());
            return new Heard(new Sight(ID, STANDARD, asset, outcome, List.of()), Protocol.UNKNOWN);
        }
    }

    private record Words(byte[] banner, Protocol service) {}

    private Words words(Endpoint endpoint) throws IOException {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            if (endpoint.service().wrapped() || endpoint.service() == Protocol.HTTP) {
                return new Words(new byte[0], endpoint.service());
            }
            // Half of the time is kept for what comes after a silence.
            int patience = reach.millis() / 2;
            byte[] word = Greeting.word(endpoint.service());
            byte[] banner =
                    wire.greeting(
                            Greeting.greets(endpoint.service())
                                    ? endpoint.service() == Protocol.UNKNOWN
                                            ? patience / 2
                                            : patience
                                    : Math.min(patience / 2, SOON),
                            MOST);
            if (banner.length == 0 && word.length > 0) {
                wire.write(word);
                banner = wire.greeting(patience, MOST);
                return new Words(banner, Greeting.answered(banner, endpoint.service()));
            }
            return new Words(banner, Greeting.service(banner, endpoint.service()));
        }
    }

    /// A port that says nothing: TLS first, then HTTP.
    private Protocol guess(Endpoint endpoint) throws IOException {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port(), 3000)) {
            wire.write(TlsCheck.greeting());
            byte[] answer = wire.greeting(1500, 8);
            if (answer.length > 1 && (answer[0] == 22 || answer[0] == 21) && answer[1] == 3) {
                return Protocol.HTTPS;
            }
            if (new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/")) {
                return Protocol.HTTP;
            }
        } catch (java.net.SocketException e) {
            // Closed at a ClientHello: it may still speak HTTP.
        }
        try (Wire wire = reach.open(endpoint.address(), endpoint.port(), 3000)) {
            wire.write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = wire.greeting(1500, 8);
            return new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/")
                    ? Protocol.HTTP
                    : Protocol.UNKNOWN;
        }
    }

    private static Facts facts(Endpoint endpoint, Protocol service, byte[] banner) {
        String text =
                service == Protocol.MSSQL
                        ? Databases.sqlServerVersion(banner)
                        : Octets.of(banner).latin().replaceAll("[^\\x20-\\x7e]+", " ").strip();
        Facts.Writer facts =
                Facts.write()
                        .put("open", true)
                        .put("port", endpoint.port())
                        .put("service", service.word())
                        .put("confirmed", banner.length > 0)
                        .put("exposed", Greeting.exposed(service))
                        .put("open_without_login", Greeting.openWithoutLogin(service, text))
                        .put("clear_text", service == Protocol.TELNET)
                        .put("banner", text.length() > 300 ? text.substring(0, 300) : text);
        Software.in(text)
                .ifPresent(software ->
                        facts.put("product", software.product())
                                .put("version", software.version())
                                .put("cpe", software.cpe())
                                .put("distribution", software.distribution()));
        return facts.done();
    }
}
