package org.hoshimori.probe.http;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Protocol;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.tls.TlsCheck;

/// Everything that is looked at on one web endpoint.
public final class WebCheck {

    private static final List<String> PLACES =
            List.of("/.well-known/security.txt", "/security.txt");

    private final HttpExchange exchange;
    private final Clock clock;

    public WebCheck(HttpExchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    public List<Sight> look(Endpoint endpoint) {
        if (endpoint.service() == Protocol.HTTP) {
            Sight redirect = new RedirectCheck(exchange).look(endpoint);
            List<Sight> sights = new ArrayList<>(List.of(redirect));
            // A page that only leads elsewhere has no content of its own to judge.
            if (redirect.outcome() instanceof Outcome.Seen(Facts facts)
                    && (facts.flag("to_https") || !facts.words("hops").isEmpty())) {
                return sights;
            }
            sights.addAll(page(endpoint, false));
            return sights;
        }
        return page(endpoint, true);
    }

    private List<Sight> page(Endpoint endpoint, boolean https) {
        HttpAnswer answer;
        try {
            answer = exchange.getFromElsewhere(endpoint, "/");
        } catch (IOException | Malformed e) {
            Outcome outcome = TlsCheck.outcome(e, 0);
            return List.of(
                            "http.hsts",
                            "http.csp",
                            "http.cookies",
                            "http.headers",
                            "http.page",
                            "http.banner",
                            "http.security-txt",
                            ExposedCheck.ID)
                    .stream()
                    .map(id -> new Sight(id, "RFC 9110", endpoint.asset(), outcome, List.of()))
                    .toList();
        }
        String asset = endpoint.asset();
        List<Proof> head = List.of(Proof.of("http", "GET /", answer.head().toArray()));
        List<Sight> sights = new ArrayList<>();
        if (https) {
            sights.add(
                    present(answer, "strict-transport-security")
                            ? Sight.seen(
                                    "http.hsts", "RFC 6797", asset, HeaderFacts.hsts(answer), head)
                            : new Sight(
                                    "http.hsts", "RFC 6797", asset, new Outcome.Absent(), head));
        }
        sights.add(
                present(answer, "content-security-policy")
                        ? Sight.seen(
                                "http.csp",
                                "CSP 3",
                                asset,
                                CspFacts.read(answer.all("content-security-policy")),
                                head)
                        : new Sight(
                                "http.csp",
                                "CSP 3",
                                asset,
                                new Outcome.Absent(
                                        Facts.write()
                                                .put(
                                                        "report_only",
                                                        present(
                                                                answer,
                                                                "content-security-policy-report-only"))
                                                .done()),
                                head));
        sights.add(
                present(answer, "set-cookie")
                        ? Sight.seen(
                                "http.cookies",
                                "RFC 6265bis",
                                asset,
                                HeaderFacts.cookies(answer, https),
                                head)
                        : new Sight(
                                "http.cookies", "RFC 6265bis", asset, new Outcome.Absent(), head));
        sights.add(Sight.seen("http.headers", "Fetch", asset, HeaderFacts.others(answer), head));
        sights.add(Sight.seen("http.banner", "RFC 9110", asset, banner(answer), head));
        if (answer.html()) {
            sights.add(
                    Sight.seen(
                            "http.page",
                            "W3C Mixed Content",
                            asset,
                            PageFacts.read(answer.text(), endpoint.host(), https),
                            List.of(Proof.of("http", "body", answer.body()))));
        }
        sights.add(securityText(endpoint));
        try {
            sights.add(new ExposedCheck(exchange).look(endpoint, answer));
        } catch (IOException | Malformed e) {
            sights.add(
                    new Sight(
                            ExposedCheck.ID,
                            ExposedCheck.STANDARD,
                            asset,
                            TlsCheck.outcome(e, 0),
                            List.of()));
        }
        return sights;
    }

    private static boolean present(HttpAnswer answer, String header) {
        return answer.header(header).isPresent();
    }

    private static Facts banner(HttpAnswer answer) {
        List<String> told = new ArrayList<>();
        for (String header :
                List.of("server", "x-powered-by", "x-aspnet-version", "x-generator", "via")) {
            answer.header(header).ifPresent(value -> told.add(header + ": " + value));
        }
        return Facts.write()
                .put("software", told)
                .put(
                        "versions",
                        told.stream().filter(line -> line.matches(".*\\d+\\.\\d+.*")).toList())
                .put(
                        "tells_version",
                        told.stream().anyMatch(line -> line.matches(".*\\d+\\.\\d+.*")))
                .done();
    }

    private Sight securityText(Endpoint endpoint) {
        try {
            for (String place : PLACES) {
                HttpAnswer answer = exchange.get(endpoint, place);
                boolean text = answer.header("content-type").orElse("").startsWith("text/plain");
                if (answer.status() == 200 && text) {
                    return Sight.seen(
                            "http.security-txt",
                            "RFC 9116",
                            endpoint.asset(),
                            SecurityText.parse(answer.text(), clock.instant()).facts(),
                            List.of(Proof.of("http", place, answer.body())));
                }
            }
            return new Sight(
                    "http.security-txt",
                    "RFC 9116",
                    endpoint.asset(),
                    new Outcome.Absent(),
                    List.of());
        } catch (IOException | Malformed e) {
            return new Sight(
                    "http.security-txt",
                    "RFC 9116",
                    endpoint.asset(),
                    TlsCheck.outcome(e, 0),
                    List.of());
        }
    }
}
