package org.hoshimori.probe.rating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;

/// The grade of the SSL Server Rating Guide 2009r: 30 % protocol, 30 % key exchange, 40 % cipher,
/// then its caps. Flaws that need an exploit to see (Heartbleed, ROBOT and their like) are not
/// looked at.
final class LabsView {

    private static final List<String> ORDER =
            List.of("A+", "A", "A-", "B", "C", "D", "E", "F", "M", "T");

    private LabsView() {}

    static Map<String, Object> of(Map<String, Outcome> looks) {
        Facts versions = Views.facts(looks, "tls.versions");
        Facts suites = Views.facts(looks, "tls.suites");
        Facts groups = Views.facts(looks, "tls.groups");
        Facts certificate = Views.facts(looks, "tls.certificate");
        List<String> offered = versions.words("offered");
        int protocol = (best(offered) + worst(offered)) / 2;
        int key = key(suites, groups, certificate);
        int cipher =
                (cipher(suites.count("most_bits", 0)) + cipher(suites.count("least_bits", 0))) / 2;
        int total =
                protocol == 0 || key == 0 || cipher == 0
                        ? 0
                        : (30 * protocol + 30 * key + 40 * cipher) / 100;
        List<String> caps = new ArrayList<>();
        String grade =
                total >= 80
                        ? "A"
                        : total >= 65
                                ? "B"
                                : total >= 50 ? "C" : total >= 35 ? "D" : total >= 20 ? "E" : "F";
        grade =
                cap(
                        grade,
                        "F",
                        offered.contains("SSLv2")
                                || suites.flag("export")
                                || suites.flag("unencrypted")
                                || suites.flag("anonymous")
                                || suites.count("least_bits", 256) < 112,
                        "unsafe suites or SSLv2",
                        caps);
        grade =
                cap(
                        grade,
                        "F",
                        key <= 40 || !offered.isEmpty() && best(offered) <= 80,
                        "a key that can be broken, or nothing better than SSLv3",
                        caps);
        boolean current = offered.contains("TLS1.2") || offered.contains("TLS1.3");
        grade = cap(grade, "C", !current, "no TLS 1.2 or newer", caps);
        grade =
                cap(
                        grade,
                        "C",
                        suites.flag("poodle") || versions.flag("compression"),
                        "POODLE or CRIME",
                        caps);
        grade =
                cap(
                        grade,
                        "C",
                        newer(suites, "RC4") || newer(suites, "DES") || newer(suites, "IDEA"),
                        "RC4 or 64-bit blocks from TLS 1.1 up",
                        caps);
        grade =
                cap(
                        grade,
                        "B",
                        offered.contains("SSLv3")
                                || offered.contains("TLS1.0")
                                || offered.contains("TLS1.1"),
                        "old versions",
                        caps);
        grade =
                cap(
                        grade,
                        "B",
                        suites.flag("rc4")
                                || !suites.flag("forward_secrecy")
                                || !suites.flag("authenticated_encryption"),
                        "RC4, no forward secrecy or no AEAD",
                        caps);
        grade =
                cap(
                        grade,
                        "B",
                        groups.count("dh_bits", 4096) < 2048
                                || key <= 80
                                || certificate.flag("incomplete"),
                        "a short key, short Diffie-Hellman or an incomplete chain",
                        caps);
        grade = cap(grade, "A-", !offered.contains("TLS1.3"), "no TLS 1.3", caps);
        boolean unsafe =
                versions.get("secure_renegotiation").isPresent()
                        && !versions.flag("secure_renegotiation");
        grade = cap(grade, "A-", unsafe, "no secure renegotiation", caps);
        boolean web = looks.containsKey("http.hsts");
        boolean hsts = Views.facts(looks, "http.hsts").count("max_age", 0) >= 15_552_000;
        grade = cap(grade, "A-", web && !hsts, "no long HSTS", caps);
        if (grade.equals("A") && web && hsts) {
            grade = "A+";
        }
        boolean named = certificate.get("name_matches").isPresent();
        grade = cap(grade, "M", named && !certificate.flag("name_matches"), "another name", caps);
        grade =
                cap(
                        grade,
                        "T",
                        certificate.get("trusted").isPresent()
                                && (!certificate.flag("trusted")
                                        || certificate.flag("expired")
                                        || certificate.flag("weak_signature")),
                        "not trusted, or signed with MD5 or SHA-1",
                        caps);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("grade", grade);
        view.put("score", total);
        view.put("protocol", protocol);
        view.put("key_exchange", key);
        view.put("cipher", cipher);
        view.put("caps", caps);
        return view;
    }

    /// Whether such a suite is offered from TLS 1.1 up.
    private static boolean newer(Facts suites, String part) {
        return Stream.of("tls1_1", "tls1_2")
                .flatMap(version -> suites.words(version).stream())
                .anyMatch(name -> name.contains(part));
    }

    private static String cap(
            String grade, String most, boolean holds, String why, List<String> caps) {
        if (!holds) {
            return grade;
        }
        caps.add(most + ": " + why);
        return ORDER.indexOf(most) > ORDER.indexOf(grade) ? most : grade;
    }

    private static int best(List<String> offered) {
        return offered.stream().mapToInt(LabsView::version).max().orElse(0);
    }

    private static int worst(List<String> offered) {
        return offered.stream().mapToInt(LabsView::version).min().orElse(0);
    }

    private static int version(String word) {
        return switch (word) {
            case "SSLv3" -> 80;
            case "TLS1.0" -> 90;
            case "TLS1.1" -> 95;
            case "TLS1.2", "TLS1.3" -> 100;
            default -> 0;
        };
    }

    /// The weakest key: of the certificate, of Diffie-Hellman; export counts as 512 bits, anonymous
    /// as none.
    private static int key(Facts suites, Facts groups, Facts certificate) {
        if (suites.flag("anonymous")) {
            return 0;
        }
        long bits =
                certificate.word("key").equals("RSA")
                        ? certificate.count("key_bits", 4096)
                        : certificate.count("key_bits", 256) >= 384
                                ? 7680
                                : certificate.count("key_bits", 256) >= 256 ? 3072 : 2048;
        bits = Math.min(bits, groups.count("dh_bits", 16_384));
        int score = bits < 512 ? 20 : bits < 1024 ? 40 : bits < 2048 ? 80 : bits < 4096 ? 90 : 100;
        return suites.flag("export") ? Math.min(40, score) : score;
    }

    private static int cipher(long bits) {
        return bits == 0 ? 0 : bits < 128 ? 20 : bits < 256 ? 80 : 100;
    }
}
