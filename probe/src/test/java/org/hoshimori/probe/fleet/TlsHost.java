package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// A JSSE server with exactly the versions and suites it is told, over which it may speak HTTP;
/// with `starttls` it first speaks SMTP in the clear.
final class TlsHost implements Runnable {

    private final Host host;
    private final SSLContext context;
    private final ServerSocket server;

    TlsHost(Host host, Certificates certificates) throws IOException, GeneralSecurityException {
        this.host = host;
        Certificates.Identity identity =
                certificates.identity(host.word("certificate", "good"), "127.0.0.1");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("key", identity.key().getPrivate(), new char[0], identity.chain());
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        this.context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        this.server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            if (host.kind().equals("starttls")) {
                greet(socket);
            }
            SSLSocket secure =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(socket, "127.0.0.1", socket.getPort(), true);
            secure.setUseClientMode(false);
            SSLParameters parameters = secure.getSSLParameters();
            List<String> versions = host.words("versions");
            if (!versions.isEmpty()) {
                secure.setEnabledProtocols(versions.toArray(String[]::new));
            }
            List<String> suites = host.words("suites");
            if (!suites.isEmpty()) {
                secure.setEnabledCipherSuites(
                        Arrays.stream(secure.getSupportedCipherSuites())
                                .filter(suite -> suites.stream().anyMatch(suite::matches))
                                .toArray(String[]::new));
            }
            parameters.setUseCipherSuitesOrder(true);
            secure.startHandshake();
            HttpHost.answer(secure.getInputStream(), secure.getOutputStream(), host);
        } catch (IOException | IllegalArgumentException e) {
            // A client that goes away in the middle is what probes do.
            return;
        }
    }

    private static void greet(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        // One byte at a time: nothing of the handshake may be swallowed.
        out.write("220 mail.fleet.test ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
        for (String line = line(socket); !line.startsWith("STARTTLS"); line = line(socket)) {
            out.write(
                    (line.startsWith("EHLO")
                                    ? "250-mail.fleet.test\r\n250 STARTTLS\r\n"
                                    : "500 what?\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        out.write("220 go ahead\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\n';
                c = socket.getInputStream().read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
