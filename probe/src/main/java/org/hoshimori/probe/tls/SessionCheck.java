package org.hoshimori.probe.tls;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;

/// What only two finished handshakes show: whether the second resumes the first (RFC 8446, section
/// 2.2; RFC 5077), and whether an OCSP response comes along (RFC 6066, section 8).
final class SessionCheck {

    private static final String ID = "tls.sessions";
    private static final String STANDARD = "RFC 8446";

    /// Tickets of TLS 1.3 come after the handshake.
    private static final int STEP_MILLIS = 50;

    private final Reach reach;

    SessionCheck(Reach reach) {
        this.reach = reach;
    }

    /// @param chain as the first handshake showed it; empty when there was none
    record Look(Sight sight, List<Octets> chain) {}

    Look look(Endpoint endpoint) {
        SSLContext context = TlsClient.context();
        try {
            Shaken first = shake(context, endpoint);
            Shaken second = shake(context, endpoint);
            return new Look(
                    Sight.seen(
                            ID,
                            STANDARD,
                            endpoint.asset(),
                            Facts.write()
                                    .put("protocol", first.protocol())
                                    .put("suite", first.suite())
                                    .put("resumes", second.created() < second.began())
                                    .put("stapled", first.stapled())
                                    .done(),
                            List.of()),
                    first.chain());
        } catch (IOException e) {
            return new Look(
                    new Sight(
                            ID,
                            STANDARD,
                            endpoint.asset(),
                            TlsCheck.outcome(e, reach.millis()),
                            List.of()),
                    List.of());
        }
    }

    /// @param began milliseconds, before the handshake
    /// @param created milliseconds, when the session came to be; a resumed one is older
    private record Shaken(
            long began,
            long created,
            String protocol,
            String suite,
            boolean stapled,
            List<Octets> chain) {}

    private Shaken shake(SSLContext context, Endpoint endpoint) throws IOException {
        // The JDK stamps sessions by the system's clock.
        long began = Clock.systemUTC().millis();
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            StartTls.upgrade(wire, endpoint.service());
            try (SSLSocket socket = TlsClient.over(context, wire, endpoint)) {
                SSLSession session = socket.getSession();
                if (session.getProtocol().equals("TLSv1.3")) {
                    listen(context, socket, wire);
                }
                return new Shaken(
                        began,
                        session.getCreationTime(),
                        session.getProtocol(),
                        session.getCipherSuite(),
                        session instanceof ExtendedSSLSession extended
                                && !extended.getStatusResponses().isEmpty(),
                        TlsClient.chain(session));
            }
        }
    }

    /// Reads until a ticket has come, which the JDK then remembers.
    private void listen(SSLContext context, SSLSocket socket, Wire wire) throws IOException {
        for (int waited = 0; waited < reach.millis() / 5; waited += STEP_MILLIS) {
            if (context.getClientSessionContext().getIds().hasMoreElements()) {
                return;
            }
            socket.setSoTimeout(Math.min(STEP_MILLIS, wire.patience()));
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException e) {
                // Nothing was asked, so nothing but tickets can come.
                continue;
            }
        }
    }
}
