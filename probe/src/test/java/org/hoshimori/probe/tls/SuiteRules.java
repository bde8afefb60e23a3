package org.hoshimori.probe.tls;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What our rules say of suites that another tool saw, so that only what was seen is compared.
public final class SuiteRules {

    public static final Set<String> RULES =
            Set.of(
                    "tls.suites.broken",
                    "tls.suites.small-block",
                    "tls.suites.no-forward-secrecy",
                    "tls.suites.static-rsa",
                    "tls.suites.no-aead");

    private SuiteRules() {}

    /// The registered name of a code point.
    public static String name(int code) {
        return Suites.of(code).name();
    }

    /// @param names as IANA registers them
    public static Set<String> failed(Collection<String> names) {
        Set<String> known =
                IntStream.rangeClosed(0, 0xffff)
                        .mapToObj(Suites::of)
                        .map(Suite::name)
                        .collect(Collectors.toSet());
        List<Suite> suites =
                names.stream()
                        .filter(known::contains)
                        .map(name ->
                                new Suite(
                                        name.startsWith("TLS_AES")
                                                        || name.startsWith("TLS_CHACHA20")
                                                ? 0x1301
                                                : 0,
                                        name))
                        .toList();
        Set<String> failed = new TreeSet<>();
        if (suites.isEmpty()) {
            return failed;
        }
        add(failed, "tls.suites.broken", suites.stream().anyMatch(Suite::broken));
        add(failed, "tls.suites.small-block", suites.stream().anyMatch(Suite::smallBlock));
        add(
                failed,
                "tls.suites.no-forward-secrecy",
                suites.stream().noneMatch(Suite::forwardSecret));
        add(failed, "tls.suites.static-rsa", suites.stream().anyMatch(Suite::staticRsa));
        add(failed, "tls.suites.no-aead", suites.stream().noneMatch(Suite::authenticated));
        return failed;
    }

    /// The same for versions, in our words.
    public static Set<String> failedVersions(Collection<String> offered) {
        Set<String> failed = new TreeSet<>();
        add(failed, "tls.versions.ssl", offered.contains("SSLv2") || offered.contains("SSLv3"));
        add(failed, "tls.versions.old", offered.contains("TLS1.0") || offered.contains("TLS1.1"));
        add(failed, "tls.versions.no-modern", !offered.contains("TLS1.3"));
        add(
                failed,
                "tls.versions.none-current",
                !offered.contains("TLS1.2") && !offered.contains("TLS1.3"));
        return failed;
    }

    private static void add(Set<String> failed, String rule, boolean fails) {
        if (fails) {
            failed.add(rule);
        }
    }
}
