package org.hoshimori.probe.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.tls.TlsCheck;

/// Where plain HTTP leads, hop by hop: it should go to HTTPS on the same host first, so that the
/// host's own HSTS is seen (RFC 6797, section 7.2).
final class RedirectCheck {

    static final String ID = "http.redirect";
    static final String STANDARD = "RFC 6797";
    private static final int MOST_HOPS = 10;

    private final HttpExchange exchange;

    RedirectCheck(HttpExchange exchange) {
        this.exchange = exchange;
    }

    Sight look(Endpoint plain) {
        List<Proof> proof = new ArrayList<>();
        List<String> hops = new ArrayList<>();
        boolean sameHostFirst = false;
        boolean reachesHttps = false;
        String stopped = "";
        try {
            Endpoint endpoint = plain;
            URI uri = URI.create("http://" + plain.asset() + "/");
            for (int hop = 0; hop <= MOST_HOPS; hop++) {
                HttpAnswer answer;
                try {
                    answer = exchange.get(endpoint, HttpExchange.path(uri));
                } catch (IOException | Malformed e) {
                    if (hop == 0) {
                        throw e;
                    }
                    stopped = String.valueOf(e.getMessage());
                    break;
                }
                proof.add(Proof.of("http", "hop " + hop, answer.head().toArray()));
                if (!answer.redirects()) {
                    break;
                }
                if (hop == MOST_HOPS) {
                    stopped = "more than " + MOST_HOPS + " redirects";
                    break;
                }
                URI next = uri.resolve(answer.header("location").orElse("").strip());
                hops.add(next.toString());
                boolean https = "https".equalsIgnoreCase(next.getScheme());
                if (hop == 0) {
                    sameHostFirst = https && plain.host().equalsIgnoreCase(next.getHost());
                }
                reachesHttps |= https;
                try {
                    endpoint = exchange.endpoint(next);
                } catch (IOException e) {
                    stopped = String.valueOf(e.getMessage());
                    break;
                }
                uri = next;
            }
        } catch (IOException | Malformed e) {
            return new Sight(ID, STANDARD, plain.asset(), TlsCheck.outcome(e, 0), proof);
        } catch (IllegalArgumentException e) {
            stopped = "a Location that is no address";
        }
        return Sight.seen(
                ID,
                STANDARD,
                plain.asset(),
                Facts.write()
                        .put("to_https", reachesHttps)
                        .put("same_host_first", sameHostFirst)
                        .put("hops", hops)
                        .put("stopped", stopped)
                        .done(),
                proof);
    }
}
