package org.hoshimori.probe.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;

/// testssl.sh, by the lines of its JSON file. It takes minutes for a host, so what it said of one
/// is kept and not asked again.
final class Testssl implements Peer {

    private static final Pattern LINE =
            Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"[^}]*?\"finding\"\\s*:\\s*\"([^\"]*)\"");

    /// What our rules can be compared with: versions, groups of suites, forward secrecy,
    /// certificate, renegotiation. Compression it only tests with an OpenSSL that has zlib.
    private static final List<String> PARTS = List.of("-p", "-s", "-f", "-S", "-R");

    /// As in our rule.
    private static final int SOON_DAYS = 14;

    private static final Set<String> RULES =
            Set.of(
                    "tls.versions.ssl",
                    "tls.versions.old",
                    "tls.versions.no-modern",
                    "tls.versions.none-current",
                    "tls.suites.broken",
                    "tls.suites.small-block",
                    "tls.suites.no-forward-secrecy",
                    "tls.suites.no-aead",
                    "tls.renegotiation",
                    "tls.certificate.untrusted",
                    "tls.certificate.expired",
                    "tls.certificate.name",
                    "tls.certificate.soon",
                    "tls.certificate.short-key",
                    "tls.certificate.weak-signature");

    private static final Set<String> WEB_RULES =
            Set.of(
                    "web.hsts.missing",
                    "web.hsts.short",
                    "web.csp.missing",
                    "web.headers.sniff",
                    "web.cookies.session",
                    "web.version");

    private final Path kept;
    private final Path authority;
    private final boolean asks;

    /// @param kept the folder of what it said before, one file a host
    /// @param asks whether hosts of which nothing is kept are looked at; minutes for each
    Testssl(Path kept, Path authority, boolean asks) {
        this.asks = asks;
        this.kept = kept;
        this.authority = authority;
    }

    @Override
    public String name() {
        return "testssl.sh";
    }

    @Override
    public String needs() {
        return "testssl.sh (Debian package)";
    }

    @Override
    public boolean present() {
        return Tool.present("testssl");
    }

    @Override
    public Set<String> rules() {
        Set<String> rules = new TreeSet<>(RULES);
        rules.addAll(WEB_RULES);
        return rules;
    }

    @Override
    public boolean looksAt(Host host) {
        return host.kind().equals("tls") || host.kind().equals("starttls");
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        Path file = kept.resolve(host.id() + ".json");
        List<String> what = new ArrayList<>(PARTS);
        boolean web = host.word("service", "").equals("https");
        if (web) {
            what.add("-h");
        }
        if (host.kind().equals("starttls")) {
            what.addAll(List.of("--starttls", host.word("service", "smtp")));
        }
        if (!Files.exists(file) && !(asks && run(file, port, what, 1500))) {
            return Optional.empty();
        }
        return lines(file).map(lines -> read(lines, web));
    }

    /// Everything that it can, of one host; true when it came to an end.
    boolean whole(int port, int seconds) {
        return run(kept.resolve("whole.json"), port, List.of(), seconds);
    }

    /// @param what the parts to run; none for all
    private boolean run(Path file, int port, List<String> what, int seconds) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "testssl",
                                "--quiet",
                                "--color",
                                "0",
                                "--warnings",
                                "off",
                                "--ip",
                                "127.0.0.1",
                                "--nodns",
                                "none",
                                "--connect-timeout",
                                "10",
                                "--openssl-timeout",
                                "10",
                                "--add-ca",
                                authority.toString(),
                                "--jsonfile",
                                part.toString()));
        command.addAll(what);
        command.add("127.0.0.1:" + port);
        try {
            Files.createDirectories(kept);
            // It refuses to write over a file.
            Files.deleteIfExists(part);
            if (Tool.run(seconds, command).isEmpty() || !Files.exists(part)) {
                return false;
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Map<String, String>> lines(Path file) {
        try {
            Map<String, String> lines = new TreeMap<>();
            Matcher line = LINE.matcher(Files.readString(file));
            while (line.find()) {
                // A server with two certificates has its lines numbered; the fleet's have one.
                lines.put(line.group(1).replaceFirst(" <.*", ""), line.group(2));
            }
            return Optional.of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> read(Map<String, String> lines, boolean web) {
        Set<String> failed = new TreeSet<>();
        boolean modern = offered(lines, "TLS1_3");
        add(failed, "tls.versions.ssl", offered(lines, "SSLv2") || offered(lines, "SSLv3"));
        add(failed, "tls.versions.old", offered(lines, "TLS1") || offered(lines, "TLS1_1"));
        add(failed, "tls.versions.no-modern", !modern);
        add(failed, "tls.versions.none-current", !modern && !offered(lines, "TLS1_2"));
        add(
                failed,
                "tls.suites.broken",
                offered(lines, "cipherlist_NULL")
                        || offered(lines, "cipherlist_aNULL")
                        || offered(lines, "cipherlist_EXPORT")
                        || offered(lines, "cipherlist_LOW"));
        add(failed, "tls.suites.small-block", offered(lines, "cipherlist_3DES_IDEA"));
        add(failed, "tls.suites.no-forward-secrecy", word(lines, "PFS").startsWith("No "));
        add(failed, "tls.suites.no-aead", !modern && !offered(lines, "cipherlist_STRONG"));
        add(failed, "tls.renegotiation", word(lines, "secure_renego").equals("VULNERABLE"));
        // It tells dates here as well, which our rules keep apart.
        String path = word(lines, "cert_chain_of_trust");
        boolean early = path.contains("not yet valid");
        String until = word(lines, "cert_expirationStatus");
        add(
                failed,
                "tls.certificate.untrusted",
                path.contains("failed") && !early && !path.contains("(expired)"));
        add(failed, "tls.certificate.expired", until.equals("expired") || early);
        // Its own bounds are 30 and 60 days; the number of days it tells as well.
        Matcher days = Pattern.compile("(?:^|\\()(\\d+)(?:\\)| >=)").matcher(until);
        add(
                failed,
                "tls.certificate.soon",
                days.find() && Integer.parseInt(days.group(1)) < SOON_DAYS);
        add(failed, "tls.certificate.name", word(lines, "cert_trust").contains("does not match"));
        Matcher bits = Pattern.compile("RSA (\\d+)").matcher(word(lines, "cert_keySize"));
        add(
                failed,
                "tls.certificate.short-key",
                bits.find() && Integer.parseInt(bits.group(1)) < 2048);
        add(
                failed,
                "tls.certificate.weak-signature",
                word(lines, "cert_signatureAlgorithm").matches("(?i).*(SHA1|MD5).*"));
        if (web) {
            add(failed, "web.hsts.missing", word(lines, "HSTS").equals("not offered"));
            add(failed, "web.hsts.short", word(lines, "HSTS_time").contains("too short"));
            add(failed, "web.csp.missing", !lines.containsKey("Content-Security-Policy"));
            add(failed, "web.headers.sniff", !lines.containsKey("X-Content-Type-Options"));
            add(
                    failed,
                    "web.cookies.session",
                    lines.containsKey("cookie_secure")
                            && !(word(lines, "cookie_secure").startsWith("All")
                                    && word(lines, "cookie_httponly").startsWith("All")));
            add(failed, "web.version", word(lines, "banner_server").matches(".*/\\d.*"));
        }
        return failed;
    }

    private static String word(Map<String, String> lines, String id) {
        return lines.getOrDefault(id, "");
    }

    private static boolean offered(Map<String, String> lines, String id) {
        return word(lines, id).startsWith("offered");
    }

    private static void add(Set<String> failed, String rule, boolean fails) {
        if (fails) {
            failed.add(rule);
        }
    }
}
