package org.hoshimori.platform.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A server that speaks clamd's `INSTREAM` over a real socket and finds what everybody's scanner
/// finds. It can be broken in the ways a real one breaks.
final class ClamdDouble implements AutoCloseable {

    enum Mood {
        WELL,
        HANGS_UP,
        SILENT,
        TOO_SMALL
    }

    private final ServerSocket server;
    private volatile Mood mood = Mood.WELL;
    private volatile int scanned;

    ClamdDouble() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    void becomes(Mood next) {
        mood = next;
    }

    /// Bytes of the last file that arrived whole.
    int scanned() {
        return scanned;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            if (mood == Mood.HANGS_UP) {
                return;
            }
            var in = new DataInputStream(client.getInputStream());
            byte[] command = in.readNBytes(10);
            if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                client.getOutputStream()
                        .write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            if (mood == Mood.SILENT) {
                Thread.sleep(10_000);
                return;
            }
            scanned = content.size();
            String answer =
                    mood == Mood.TOO_SMALL
                            ? "INSTREAM size limit exceeded. ERROR"
                            : content.toString(StandardCharsets.ISO_8859_1)
                                            .contains("EICAR-STANDARD-ANTIVIRUS-TEST-FILE")
                                    ? "stream: Win.Test.EICAR_HDB-1 FOUND"
                                    : "stream: OK";
            client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // The client went away: its own test says what that means.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
