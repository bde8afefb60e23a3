package org.hoshimori.probe.command;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Web servers on loopback for the commands to be rehearsed with, so that the JVM can keep what
/// they load and link for a quick start (ADR 0006). It runs in a process of its own: what only a
/// server needs stays out of what is kept. `tools/rehearse-probe` runs it.
public final class Rehearsal {

    private Rehearsal() {}

    /// Prints two ports, the first with every version of TLS, the second with TLS 1.2 alone, and
    /// serves until standard input ends.
    ///
    /// @param args a PKCS #12 store with the key of a server, and its password
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        try (SSLServerSocket all = server(Path.of(args[0]), args[1].toCharArray());
                SSLServerSocket older = server(Path.of(args[0]), args[1].toCharArray())) {
            older.setEnabledProtocols(new String[] {"TLSv1.2"});
            Thread.ofPlatform().daemon().start(() -> serve(all));
            Thread.ofPlatform().daemon().start(() -> serve(older));
            System.out.println(all.getLocalPort() + " " + older.getLocalPort());
            System.in.readAllBytes();
        }
    }

    private static SSLServerSocket server(Path store, char[] password)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory()
                        .createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    }

    private static void serve(SSLServerSocket server) {
        byte[] page =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\nSet-Cookie: a=b\r\n\r\n<title>x</title"
                        .getBytes(StandardCharsets.US_ASCII);
        while (!server.isClosed()) {
            try {
                SSLSocket socket = (SSLSocket) server.accept();
                Thread.ofVirtual().start(() -> answer(socket, page));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(SSLSocket socket, byte[] page) {
        try (socket) {
            if (socket.getInputStream().read() >= 0) {
                socket.getOutputStream().write(page);
            }
        } catch (IOException e) {
            // Most of our own hellos end in the middle.
            return;
        }
    }
}
