package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;

/// A host that says fixed bytes: banners of old software, SSH lists, and servers that lie, drip or
/// never end.
final class RawHost extends Server {

    private final Host host;

    RawHost(Host host) throws IOException {
        this.host = host;
    }

    @Override
    void serve(Socket socket) {
        try (socket) {
            switch (host.word("manner", "say")) {
                case "silent" -> Thread.sleep(60_000);
                case "endless" -> {
                    byte[] flood = new byte[8192];
                    java.util.Arrays.fill(flood, (byte) 'A');
                    while (true) {
                        socket.getOutputStream().write(flood);
                    }
                }
                case "drip" -> {
                    for (int i = 0; i < 1000; i++) {
                        socket.getOutputStream().write(22);
                        Thread.sleep(100);
                    }
                }
                case "answer" -> {
                    socket.getInputStream().read(new byte[4096]);
                    socket.getOutputStream().write(bytes());
                    linger(socket);
                }
                case "vnc" -> {
                    socket.getOutputStream()
                            .write(
                                    host.word("banner", "RFB 003.008")
                                            .concat("\n")
                                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                    socket.getInputStream().readNBytes(12);
                    socket.getOutputStream().write(bytes());
                    linger(socket);
                }
                case "smtp" -> {
                    socket.getOutputStream().write(bytes());
                    var in = socket.getInputStream();
                    while (in.read(new byte[1024]) > 0) {
                        socket.getOutputStream()
                                .write(
                                        "250 fleet\r\n"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets
                                                                .US_ASCII));
                    }
                }
                case "http" ->
                        HttpHost.answer(socket.getInputStream(), socket.getOutputStream(), host);
                default -> {
                    socket.getOutputStream().write(bytes());
                    linger(socket);
                }
            }
        } catch (IOException e) {
            // The probe went away: it is bounded.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closing at once could throw away what was said.
    private static void linger(Socket socket) throws IOException {
        socket.setSoTimeout(2000);
        socket.getInputStream().read(new byte[4096]);
    }

    private byte[] bytes() {
        String hex = host.word("hex", "");
        if (!hex.isEmpty()) {
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
        if (!host.words("ssh").isEmpty()) {
            return SshList.of(host.word("banner", "SSH-2.0-fleet"), host.words("ssh"));
        }
        return (host.word("banner", "") + "\r\n")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
