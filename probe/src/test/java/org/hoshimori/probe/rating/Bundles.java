package org.hoshimori.probe.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hoshimori.probe.Bundle;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;

/// Bundles made up of looks that are good, bad or unsettled.
public final class Bundles {

    static final Instant TIME = Instant.parse("2026-11-27T09:00:00Z");

    private Bundles() {}

    public static Bundle of(List<Observation> observations) {
        return new Bundle(observations, List.of(), Optional.empty(), Octets.of(new byte[0]));
    }

    public static Observation look(String check, String asset, Outcome outcome) {
        return new Observation(check, "test", asset, asset, TIME, 1, "test", outcome, List.of());
    }

    public static Observation seen(String check, String asset, Facts.Writer facts) {
        return look(check, asset, new Outcome.Seen(facts.done()));
    }

    /// A look that every rule of its check passes, or that some fail.
    static Arbitrary<Observation> looks() {
        Arbitrary<String> asset =
                Arbitraries.integers().between(0, 4).map(i -> "host" + i + ".test");
        return Combinators.combine(
                        asset,
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 63))
                .as(Bundles::look);
    }

    private static Observation look(String asset, int kind, int bits) {
        boolean a = (bits & 1) != 0;
        boolean b = (bits & 2) != 0;
        boolean c = (bits & 4) != 0;
        return switch (kind) {
            case 0 -> look("mail.spf", asset, new Outcome.Absent());
            case 1 ->
                    seen(
                            "mail.spf",
                            asset,
                            Facts.write()
                                    .put("valid", a)
                                    .put("all", b ? "fail" : "pass")
                                    .put("ptr", c));
            case 2 -> look("mail.dmarc", asset, new Outcome.Absent());
            case 3 ->
                    seen(
                            "mail.dmarc",
                            asset,
                            Facts.write()
                                    .put("effective", a ? "none" : "reject")
                                    .put("reports", b ? List.of() : List.of("mailto:x@x.test"))
                                    .put("reports_unauthorised", List.of()));
            case 4 ->
                    seen(
                            "tls.versions",
                            asset,
                            Facts.write()
                                    .put(
                                            "offered",
                                            a
                                                    ? List.of("SSLv3", "TLS1.2")
                                                    : b
                                                            ? List.of("TLS1.0", "TLS1.2", "TLS1.3")
                                                            : List.of("TLS1.2", "TLS1.3"))
                                    .put("compression", c));
            case 5 ->
                    seen(
                            "tls.suites",
                            asset,
                            Facts.write()
                                    .put("broken", a ? List.of("RC4") : List.of())
                                    .put("static_rsa", b)
                                    .put("small_block", c));
            case 6 ->
                    seen(
                            "tls.certificate",
                            asset,
                            Facts.write()
                                    .put("trusted", a)
                                    .put("expired", b)
                                    .put("name_matches", c)
                                    .put("days_left", bits));
            case 7 ->
                    seen(
                            "net.service",
                            asset,
                            Facts.write()
                                    .put("open", true)
                                    .put("exposed", a)
                                    .put("confirmed", b)
                                    .put("open_without_login", c));
            case 8 ->
                    seen(
                            "net.service",
                            asset,
                            Facts.write()
                                    .put("open", true)
                                    .put("exposed", false)
                                    .put(
                                            "banner",
                                            a
                                                    ? "220 mail ESMTP Exim 4.91"
                                                            + (b ? " Debian" : "")
                                                    : "220 hello"));
            case 9 ->
                    seen(
                            "http.exposed",
                            asset,
                            Facts.write().put("count", a ? 1 : 0).put("listing", b));
            case 10 ->
                    seen(
                            "dns.dnssec",
                            asset,
                            Facts.write().put("status", a ? "bogus" : b ? "insecure" : "secure"));
            case 11 -> seen("mail.mx", asset, Facts.write().put("null_mx", a));
            case 12 ->
                    look("mail.dkim", asset, a ? new Outcome.Absent() : new Outcome.TimedOut(10));
            case 13 ->
                    look("http.csp", asset, a ? new Outcome.Absent() : new Outcome.Refused("no"));
            case 14 ->
                    look(
                            "http.hsts",
                            asset,
                            a ? new Outcome.Absent() : new Outcome.Inconclusive("no"));
            default ->
                    seen(
                            "http.cookies",
                            asset,
                            Facts.write()
                                    .put("session_without_secure", a ? List.of("sid") : List.of())
                                    .put("without_samesite", b ? List.of("x") : List.of()));
        };
    }

    /// Any number of looks, one for each check and asset.
    static Arbitrary<List<Observation>> bundles() {
        return looks().list()
                .ofMaxSize(40)
                .map(all -> {
                    List<Observation> distinct = new ArrayList<>();
                    for (Observation one : all) {
                        if (distinct.stream()
                                .noneMatch(o ->
                                        o.asset().equals(one.asset())
                                                && o.check().equals(one.check()))) {
                            distinct.add(one);
                        }
                    }
                    return List.copyOf(distinct);
                });
    }
}
