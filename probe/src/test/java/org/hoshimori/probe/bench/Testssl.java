package org.hoshimori.probe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;

/// testssl.sh, by the lines of its JSON file.
final class Testssl implements Peer {

    private static final Pattern LINE =
            Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"[^}]*?\"finding\"\\s*:\\s*\"([^\"]*)\"");

    private final Path folder;
    private final Path authority;

    Testssl(Path folder, Path authority) {
        this.folder = folder;
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
        return Set.of(
                "tls.versions.ssl",
                "tls.versions.old",
                "tls.versions.no-modern",
                "tls.versions.none-current",
                "tls.suites.broken",
                "tls.suites.small-block",
                "tls.suites.no-forward-secrecy",
                "tls.suites.no-aead",
                "tls.certificate.untrusted",
                "tls.certificate.expired",
                "tls.certificate.name",
                "tls.certificate.short-key",
                "tls.certificate.weak-signature");
    }

    /// It takes a minute and more for each: one host of each kind of fault.
    @Override
    public boolean looksAt(Host host) {
        return Set.of(
                        "tls-modern",
                        "ssl3",
                        "anonymous",
                        "static-rsa",
                        "expired",
                        "self-signed",
                        "sha1")
                .contains(host.id());
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        return lines(port, List.of("-p", "-s", "-f", "-S"), 240).map(Testssl::read);
    }

    /// @param what the parts to run; none for all
    Optional<Map<String, String>> lines(int port, List<String> what, int seconds) {
        Path file = folder.resolve("testssl-" + port + ".json");
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                "testssl",
                                "--quiet",
                                "--color",
                                "0",
                                "--warnings",
                                "off",
                                "--ip",
                                "127.0.0.1",
                                "--add-ca",
                                authority.toString(),
                                "--jsonfile",
                                file.toString()));
        command.addAll(what);
        command.add("127.0.0.1:" + port);
        if (Tool.run(seconds, command).isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> lines = new TreeMap<>();
            Matcher line = LINE.matcher(Files.readString(file));
            while (line.find()) {
                lines.put(line.group(1), line.group(2));
            }
            return Optional.of(lines);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Set<String> read(Map<String, String> lines) {
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
        add(
                failed,
                "tls.suites.no-forward-secrecy",
                lines.getOrDefault("PFS", lines.getOrDefault("FS", "")).startsWith("not"));
        add(
                failed,
                "tls.suites.no-aead",
                !modern
                        && !offered(lines, "cipherlist_STRONG")
                        && !offered(lines, "cipherlist_STRONG_FS"));
        add(
                failed,
                "tls.certificate.untrusted",
                lines.getOrDefault("cert_chain_of_trust", "passed").startsWith("failed"));
        String dates =
                lines.getOrDefault("cert_expirationStatus", "")
                        + lines.getOrDefault("cert_notBefore", "");
        add(failed, "tls.certificate.expired", dates.contains("expired"));
        add(
                failed,
                "tls.certificate.name",
                lines.getOrDefault("cert_trust", "Ok").contains("does not match"));
        Matcher bits =
                Pattern.compile("RSA (\\d+)").matcher(lines.getOrDefault("cert_keySize", ""));
        add(
                failed,
                "tls.certificate.short-key",
                bits.find() && Integer.parseInt(bits.group(1)) < 2048);
        add(
                failed,
                "tls.certificate.weak-signature",
                lines.getOrDefault("cert_signatureAlgorithm", "").matches("(?i).*(SHA1|MD5).*"));
        return failed;
    }

    private static boolean offered(Map<String, String> lines, String id) {
        return lines.getOrDefault(id, "not").startsWith("offered");
    }

    private static void add(Set<String> failed, String rule, boolean fails) {
        if (fails) {
            failed.add(rule);
        }
    }
}
