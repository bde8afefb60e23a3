package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Where the fleet's authority publishes its revocation lists.
final class ListHost extends Server {

    private final Certificates certificates;

    ListHost(Certificates certificates) throws IOException {
        this.certificates = certificates;
        certificates.publishesAt("http://127.0.0.1:" + port());
    }

    @Override
    void serve(Socket socket) {
        try (socket) {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                int octet = socket.getInputStream().read();
                if (octet < 0) {
                    return;
                }
                request.append((char) octet);
            }
            byte[] list =
                    request.toString().startsWith("GET /list.crl ")
                            ? certificates.list(true)
                            : request.toString().startsWith("GET /odd.crl ")
                                    ? certificates.list(false)
                                    : new byte[0];
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("HTTP/1.1 "
                                    + (list.length == 0 ? "404 Not Found" : "200 OK")
                                    + "\r\nContent-Type: application/pkix-crl\r\nContent-Length: "
                                    + list.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(list);
        } catch (IOException e) {
            // Whoever asked went away.
            return;
        }
    }
}
