package org.hoshimori.probe.bench;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.tls.SuiteRules;

/// Nmap's scripts for TLS and SSH, by its XML.
final class Nmap implements Peer {

    @Override
    public String name() {
        return "nmap scripts";
    }

    @Override
    public String needs() {
        return "nmap (Debian package)";
    }

    @Override
    public boolean present() {
        return Tool.present("nmap");
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
        return Tool.run(
                        180,
                        List.of(
                                "nmap",
                                "-Pn",
                                "-n",
                                "--disable-arp-ping",
                                "-p",
                                String.valueOf(port),
                                "--script",
                                "+ssl-enum-ciphers,+ssl-cert,+sslv2",
                                "-oX",
                                "-",
                                "127.0.0.1"))
                .map(Nmap::read);
    }

    static Set<String> read(String xml) {
        Set<String> versions = new TreeSet<>();
        Matcher version = Pattern.compile("<table key=\"(SSLv3|TLSv1\\.[0-3])\">").matcher(xml);
        while (version.find()) {
            versions.add(version.group(1).replace("TLSv", "TLS"));
        }
        if (xml.contains("SSLv2 supported")) {
            versions.add("SSLv2");
        }
        Set<String> suites = new TreeSet<>();
        Matcher suite =
                Pattern.compile("<elem key=\"name\">(TLS_[A-Z0-9a-z_]+)</elem>").matcher(xml);
        while (suite.find()) {
            suites.add(suite.group(1));
        }
        // Nmap names TLS 1.3 suites after an older draft: TLS_AKE_WITH_AES_128_GCM_SHA256.
        Set<String> plain = new TreeSet<>();
        suites.forEach(name -> plain.add(name.replace("TLS_AKE_WITH_", "TLS_")));
        Set<String> failed = SuiteRules.failedVersions(versions);
        failed.addAll(SuiteRules.failed(plain));
        Matcher until = Pattern.compile("<elem key=\"notAfter\">([^<]+)</elem>").matcher(xml);
        Matcher from = Pattern.compile("<elem key=\"notBefore\">([^<]+)</elem>").matcher(xml);
        if (until.find() && moment(until.group(1)).isBefore(Instant.now())
                || from.find() && moment(from.group(1)).isAfter(Instant.now())) {
            failed.add("tls.certificate.expired");
        }
        Matcher key = Pattern.compile("<elem key=\"bits\">(\\d+)</elem>").matcher(xml);
        if (xml.contains("<elem key=\"type\">rsa</elem>")
                && key.find()
                && Integer.parseInt(key.group(1)) < 2048) {
            failed.add("tls.certificate.short-key");
        }
        if (Pattern.compile("(?i)<elem key=\"sig_algo\">[^<]*(sha1|md5)").matcher(xml).find()) {
            failed.add("tls.certificate.weak-signature");
        }
        return failed;
    }

    private static Instant moment(String text) {
        return Instant.parse(text.replaceFirst("[+]00:00$", "").replaceFirst("Z?$", "Z"));
    }
}
