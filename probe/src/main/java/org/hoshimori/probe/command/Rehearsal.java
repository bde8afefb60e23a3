package org.hoshimori.probe.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Looks once at a server of its own on loopback and rates it, so that the JVM can keep what it
/// loads and links for a quick start (ADR 0006). `tools/rehearse-probe` runs it.
public final class Rehearsal {

    private Rehearsal() {}

    /// @param args a PKCS #12 store with the key of a server, its password, and its authority in
    ///   PEM form
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        try (SSLServerSocket server = server(Path.of(args[0]), args[1].toCharArray())) {
            Thread.ofPlatform().daemon().start(() -> serve(server));
            String target = "https://127.0.0.1:" + server.getLocalPort();
            byte[] seen =
                    run(new byte[0], "probe", target, "--allow-private", "--ca", args[2], "--json");
            run(seen, "rate", "-", "--json");
            run(seen, "rate", "-", "--lang", "ja");
        }
    }

    private static byte[] run(byte[] in, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Console console =
                Console.of(
                        List.of(args),
                        new ByteArrayInputStream(in),
                        out,
                        OutputStream.nullOutputStream(),
                        Clock.systemUTC())) {
            Main.run(List.of(args), console);
        }
        return out.toByteArray();
    }

    private static SSLServerSocket server(Path store, char[] password)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(KeyStore.getInstance(store.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return (SSLServerSocket)
                context.getServerSocketFactory()
                        .createServerSocket(0, 100, java.net.InetAddress.getLoopbackAddress());
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
