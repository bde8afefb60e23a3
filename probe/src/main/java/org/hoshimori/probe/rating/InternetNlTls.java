package org.hoshimori.probe.rating;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hoshimori.probe.Fact;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;

/// Internet.nl's category TLS (1.11, by the NCSC-NL guidelines of 2025-05) for one endpoint: each
/// subtest that counts is worth 10, and the category is their share in percent. Data sent before
/// the handshake ends (0-RTT) are not looked for and not counted, and of a prime only its size is
/// known.
final class InternetNlTls {

    private static final int FULL = 10;
    private static final int LESS = 2;
    private static final long YEAR = 31_536_000;

    /// Good and sufficient ones.
    private static final Pattern WISHED =
            Pattern.compile(
                    "TLS_(AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256|AES_128_GCM_SHA256|AES_128_CCM_SHA256"
                            + "|ECDHE_(ECDSA|RSA)_WITH_(CHACHA20_POLY1305_SHA256|AES_(256_GCM_SHA384|128_GCM_SHA256))"
                            + "|ECDHE_ECDSA_WITH_AES_(128|256)_CCM)");

    /// To be phased out: they cost no points, but must not be preferred.
    private static final Pattern PASSING =
            Pattern.compile(
                    "TLS_((ECDHE_(ECDSA|RSA)|DHE_RSA)_WITH_(AES|CAMELLIA|ARIA)_(128|256)_(GCM|CBC)_SHA(256|384)"
                            + "|DHE_RSA_WITH_(CHACHA20_POLY1305_SHA256|AES_(128|256)_CCM))");

    private static final Pattern CURVES =
            Pattern.compile(
                    "(secp(224|256|384|521)r1|brainpoolP(256|384|512)r1(tls13)?|x25519|x448)",
                    Pattern.CASE_INSENSITIVE);

    private InternetNlTls() {}

    /// @param plain what plain HTTP on the same host does; nothing when there is none
    static Map<String, Object> of(Map<String, Outcome> looks, Facts plain) {
        Map<String, Integer> points = new LinkedHashMap<>();
        boolean mail = looks.containsKey("tls.starttls");
        if (mail) {
            points.put("starttls", full(Views.seen(looks, "tls.starttls")));
            points.put("dane", full(Views.facts(looks, "mail.dane").flag("valid")));
        } else if (looks.containsKey("http.hsts")) {
            points.put(
                    "https_forced",
                    full(plain.get("to_https").isEmpty() || plain.flag("to_https")));
            points.put("hsts", hsts(looks));
        }
        Facts versions = Views.facts(looks, "tls.versions");
        List<String> offered = versions.words("offered");
        points.put("protocols", full(Set.of("TLS1.2", "TLS1.3").containsAll(offered)));
        Set<String> suites = suites(Views.facts(looks, "tls.suites"));
        boolean wished = suites.stream().allMatch(name -> WISHED.matcher(name).matches());
        points.put(
                "suites",
                full(
                        suites.stream()
                                .allMatch(name ->
                                        WISHED.matcher(name).matches()
                                                || PASSING.matcher(name).matches())));
        points.put("order", full(wished || versions.flag("server_prefers")));
        points.put("forward_secrecy", full(exchange(Views.facts(looks, "tls.groups"))));
        points.put("compression", full(!versions.flag("compression")));
        points.put("secure_renegotiation", full(holds(versions, "secure_renegotiation")));
        points.put("extended_master_secret", full(holds(versions, "extended_master_secret")));
        Facts certificate = Views.facts(looks, "tls.certificate");
        if (looks.containsKey("tls.certificate")) {
            points.put("key", full(key(certificate)));
            points.put("signature", full(!certificate.flag("weak_signature")));
        }
        if (!mail) {
            points.put(
                    "key_exchange_hash",
                    full(Views.facts(looks, "tls.signatures").words("weak").isEmpty()));
            if (looks.containsKey("tls.certificate")) {
                points.put(
                        "trusted",
                        full(
                                certificate.flag("trusted")
                                        && !certificate.flag("expired")
                                        && !certificate.flag("not_yet_valid")));
                points.put("name", full(certificate.flag("name_matches")));
            }
        }
        int sum = points.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("tls_percent", sum * 100 / (FULL * points.size()));
        view.put("points", points);
        return view;
    }

    private static int full(boolean good) {
        return good ? FULL : 0;
    }

    private static int hsts(Map<String, Outcome> looks) {
        Facts hsts = Views.facts(looks, "http.hsts");
        if (!Views.seen(looks, "http.hsts")
                || !hsts.flag("valid")
                || hsts.count("max_age", 0) == 0) {
            return 0;
        }
        return hsts.count("max_age", 0) >= YEAR ? FULL : LESS;
    }

    /// TLS 1.3 has no such thing to lack, so a server of 1.3 alone says nothing.
    private static boolean holds(Facts versions, String name) {
        return versions.get(name).isEmpty() || versions.flag(name);
    }

    /// Every suite of every version.
    private static Set<String> suites(Facts facts) {
        Set<String> names = new TreeSet<>();
        facts.byName()
                .forEach((name, fact) -> {
                    if (fact instanceof Fact.Words(var words) && !name.equals("broken")) {
                        names.addAll(words);
                    }
                });
        return names;
    }

    private static boolean exchange(Facts groups) {
        boolean primes = groups.get("dh_bits").isEmpty() || groups.count("dh_bits", 0) >= 2048;
        return primes
                && groups.words("groups").stream()
                        .allMatch(name ->
                                CURVES.matcher(name).matches()
                                        || name.startsWith("ffdhe")
                                        || name.contains("MLKEM"));
    }

    private static boolean key(Facts certificate) {
        long bits = certificate.count("key_bits", 0);
        return certificate.word("key").equals("RSA") ? bits >= 2048 : bits >= 224;
    }
}
