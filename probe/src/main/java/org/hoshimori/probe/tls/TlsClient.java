package org.hoshimori.probe.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.reach.Wire;

/// A real handshake by the JDK, to speak over or to see an encrypted certificate. It trusts
/// everybody on purpose: whether to trust is the certificate check's observation, and nothing
/// secret is sent.
public final class TlsClient {

    private static final SSLContext CONTEXT = context();

    private final Reach reach;

    public TlsClient(Reach reach) {
        this.reach = reach;
    }

    /// A context that remembers sessions apart from all others.
    static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Everybody()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /// Makes a hello and throws it away: the JDK's TLS and the tables of its curves are then there
    /// when the first handshake wants them. Nothing is sent.
    public static void prepare() {
        try {
            SSLEngine engine = CONTEXT.createSSLEngine();
            engine.setUseClientMode(true);
            engine.wrap(
                    ByteBuffer.allocate(0),
                    ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
        } catch (SSLException e) {
            throw new IllegalStateException("the JDK makes no hello", e);
        }
    }

    /// Puts TLS over a connection.
    public SSLSocket over(Wire wire, Endpoint endpoint) throws IOException {
        return over(CONTEXT, wire, endpoint);
    }

    static SSLSocket over(SSLContext context, Wire wire, Endpoint endpoint) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        wire.socket(), endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (endpoint.named()) {
            try {
                parameters.setServerNames(List.of(new SNIHostName(endpoint.host())));
            } catch (IllegalArgumentException e) {
                throw new IOException("not a server name: " + endpoint.host(), e);
            }
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /// The chain that the server presents, as it presents it.
    List<Octets> chain(Endpoint endpoint) throws IOException {
        try (Wire wire = reach.open(endpoint.address(), endpoint.port())) {
            StartTls.upgrade(wire, endpoint.service());
            try (SSLSocket socket = over(wire, endpoint)) {
                return chain(socket.getSession());
            }
        }
    }

    /// The chain that was presented when the session began, as it was.
    public static List<Octets> chain(SSLSession session) throws IOException {
        try {
            List<Octets> chain = new ArrayList<>();
            for (Certificate certificate : session.getPeerCertificates()) {
                chain.add(Octets.of(certificate.getEncoded()));
            }
            return chain;
        } catch (CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
