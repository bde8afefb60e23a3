package org.hoshimori.probe.bench;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.tls.SuiteRules;

/// sslscan 2, by its XML.
final class Sslscan implements Peer {

    private static final Pattern PROTOCOL =
            Pattern.compile("<protocol type=\"(ssl|tls)\" version=\"([0-9.]+)\" enabled=\"1\"");
    private static final Pattern CIPHER =
            Pattern.compile(
                    "<cipher status=\"[a-z]+\" sslversion=\"[^\"]+\"[^>]* id=\"(0x[0-9A-Fa-f]+)\"");

    @Override
    public String name() {
        return "sslscan";
    }

    @Override
    public String needs() {
        return "sslscan (Debian package)";
    }

    @Override
    public boolean present() {
        return Tool.present("sslscan");
    }

    @Override
    public Set<String> rules() {
        Set<String> rules = new TreeSet<>(SuiteRules.RULES);
        rules.addAll(
                List.of(
                        "tls.versions.ssl",
                        "tls.versions.old",
                        "tls.versions.no-modern",
                        "tls.versions.none-current",
                        "tls.compression",
                        "tls.renegotiation",
                        "tls.signatures.old",
                        "tls.certificate.expired",
                        "tls.certificate.short-key",
                        "tls.certificate.weak-signature"));
        return rules;
    }

    @Override
    public boolean looksAt(Host host) {
        return host.kind().equals("tls");
    }

    @Override
    public Optional<Set<String>> fails(Host host, int port) {
        return scan(port).map(Sslscan::read);
    }

    static Optional<String> scan(int port) {
        return Tool.run(
                180,
                List.of("sslscan", "--show-sigs", "--no-colour", "--xml=-", "127.0.0.1:" + port));
    }

    static Set<String> read(String xml) {
        Set<String> versions = new TreeSet<>();
        Matcher protocol = PROTOCOL.matcher(xml);
        while (protocol.find()) {
            versions.add(
                    protocol.group(1).equals("ssl")
                            ? "SSLv" + protocol.group(2)
                            : "TLS" + protocol.group(2));
        }
        Set<String> suites = new TreeSet<>();
        Matcher cipher = CIPHER.matcher(xml);
        while (cipher.find()) {
            suites.add(SuiteRules.name(Integer.decode(cipher.group(1))));
        }
        Set<String> failed = SuiteRules.failedVersions(versions);
        failed.addAll(SuiteRules.failed(suites));
        if (xml.contains("<compression supported=\"1\"")) {
            failed.add("tls.compression");
        }
        if (xml.contains("<renegotiation supported=\"1\" secure=\"0\"")) {
            failed.add("tls.renegotiation");
        }
        if (xml.contains("<connection-signature-algorithm")
                && Pattern.compile("<connection-signature-algorithm[^>]*name=\"[^\"]*(sha1|md5)\"")
                        .matcher(xml)
                        .find()) {
            failed.add("tls.signatures.old");
        }
        if (xml.contains("<expired>true</expired>")) {
            failed.add("tls.certificate.expired");
        }
        Matcher key =
                Pattern.compile("<pk error=\"false\" type=\"RSA\" bits=\"(\\d+)\"").matcher(xml);
        if (key.find() && Integer.parseInt(key.group(1)) < 2048) {
            failed.add("tls.certificate.short-key");
        }
        if (Pattern.compile("(?i)<signature-algorithm>[^<]*(sha1|md5)").matcher(xml).find()) {
            failed.add("tls.certificate.weak-signature");
        }
        return failed;
    }
}
