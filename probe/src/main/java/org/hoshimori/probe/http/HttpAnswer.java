package org.hoshimori.probe.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Octets;

/// One answer, as it came.
///
/// @param headers in order, double ones kept
/// @param head the bytes of status line and headers
/// @param body at most [HttpReader#MOST_BODY] bytes of it
/// @param chain the certificates that were presented for it, the server's own first; empty without
///   TLS
record HttpAnswer(int status, List<Header> headers, Octets head, byte[] body, List<Octets> chain) {

    /// @param name in lower case
    record Header(String name, String value) {}

    HttpAnswer {
        headers = List.copyOf(headers);
        chain = List.copyOf(chain);
    }

    HttpAnswer(int status, List<Header> headers, Octets head, byte[] body) {
        this(status, headers, head, body, List.of());
    }

    HttpAnswer over(List<Octets> presented) {
        return new HttpAnswer(status, headers, head, body, presented);
    }

    List<String> all(String name) {
        return headers.stream().filter(h -> h.name().equals(name)).map(Header::value).toList();
    }

    /// The value, with several of them joined as RFC 9110, section 5.3, says.
    Optional<String> header(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    boolean redirects() {
        return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
                && header("location").isPresent();
    }

    boolean html() {
        return header("content-type").orElse("text/html").contains("html");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
