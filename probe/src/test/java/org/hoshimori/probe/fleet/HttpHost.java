package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a web host of the fleet answers: its headers, and pages by path.
final class HttpHost {

    private HttpHost() {}

    static void answer(InputStream in, OutputStream out, Host host) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return;
            }
            request.append((char) octet);
        }
        String[] words = request.toString().split(" ", 3);
        String path = words.length > 1 ? words[1] : "/";
        Object pages = host.settings().get("pages");
        Object body = pages instanceof Map<?, ?> map ? map.get(path) : null;
        if (path.equals("/") && body == null) {
            body = "<!doctype html><title>fleet</title><p>hello";
        }
        StringBuilder head = new StringBuilder("HTTP/1.1 ");
        String location = host.word("redirect", "");
        if (!location.isEmpty()) {
            head.append("301 Moved\r\nLocation: ").append(location).append("\r\n");
        } else {
            head.append(body == null ? "404 Not Found\r\n" : "200 OK\r\n");
        }
        head.append("Content-Type: ")
                .append(path.endsWith(".txt") ? "text/plain" : "text/html")
                .append("\r\n");
        if (path.equals("/")) {
            if (host.word("reflects", "").equals("true")) {
                request.toString()
                        .lines()
                        .filter(line -> line.regionMatches(true, 0, "Origin: ", 0, 8))
                        .forEach(line ->
                                head.append("Access-Control-Allow-Origin: ")
                                        .append(line.substring(8))
                                        .append("\r\nAccess-Control-Allow-Credentials: true\r\n"));
            }
            host.words("headers").forEach(header -> head.append(header).append("\r\n"));
        }
        byte[] bytes = String.valueOf(body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
    }
}
