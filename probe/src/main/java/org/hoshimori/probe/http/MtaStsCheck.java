package org.hoshimori.probe.http;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.Unsettled;
import org.hoshimori.probe.mail.MxCheck;
import org.hoshimori.probe.tls.CertificateCheck;
import org.hoshimori.probe.tls.TlsCheck;
import org.xbill.DNS.Type;

/// The policy that mail to the domain must come over verified TLS (RFC 8461): the record, the file,
/// whether senders would trust the server it comes from (section 3.3), and whether it names all
/// exchangers.
public final class MtaStsCheck {

    static final String CHECK = "mail.mta-sts";
    static final String STANDARD = "RFC 8461";

    /// Further fields may follow, and the last delimiter may be missing (RFC 8461, section 3.1).
    private static final Pattern RECORD =
            Pattern.compile(
                    "v=STSv1(\\s*;\\s*[A-Za-z0-9][A-Za-z0-9_.-]{0,31}=[\\x21-\\x3a\\x3c\\x3e-\\x7e]+)+\\s*;?\\s*");

    private static final Pattern ID = Pattern.compile(";\\s*id=[A-Za-z0-9]{1,32}\\s*(;|$)");

    private final HttpExchange exchange;
    private final CertificateCheck certificates;
    private final Dns dns;
    private final int port;

    /// @param certificates whether senders would trust the server of the policy
    /// @param port where policies are served: 443, or another in a test fleet
    public MtaStsCheck(HttpExchange exchange, CertificateCheck certificates, Dns dns, int port) {
        this.exchange = exchange;
        this.certificates = certificates;
        this.dns = dns;
        this.port = port;
    }

    public Sight look(String domain) {
        Answer answer = dns.ask("_mta-sts." + domain, Type.TXT);
        List<Proof> proof = new ArrayList<>(Dns.proof("_mta-sts." + domain, answer));
        if (answer instanceof Answer.Failed failed) {
            return new Sight(CHECK, STANDARD, domain, Unsettled.by(failed), proof);
        }
        List<String> records =
                Dns.texts(answer).stream().filter(text -> text.startsWith("v=STSv1")).toList();
        if (records.isEmpty()) {
            return new Sight(CHECK, STANDARD, domain, new Outcome.Absent(), proof);
        }
        boolean record =
                records.size() == 1
                        && RECORD.matcher(records.getFirst()).matches()
                        && ID.matcher(records.getFirst()).find();
        String suffix = port == 443 ? "" : ":" + port;
        URI uri = URI.create("https://mta-sts." + domain + suffix + "/.well-known/mta-sts.txt");
        try {
            Endpoint endpoint = exchange.endpoint(uri);
            HttpAnswer policy = exchange.get(endpoint, uri.getPath());
            proof.add(Proof.of("http", uri.toString(), policy.body()));
            boolean accepted = certificates.accepts(endpoint, policy.chain());
            return Sight.seen(
                    CHECK, STANDARD, domain, facts(record, policy, accepted, domain), proof);
        } catch (IOException | Malformed e) {
            return new Sight(CHECK, STANDARD, domain, TlsCheck.outcome(e, 0), proof);
        }
    }

    private Facts facts(boolean record, HttpAnswer policy, boolean accepted, String domain) {
        boolean served = policy.status() == 200;
        String mode = "";
        String version = "";
        long age = -1;
        List<String> patterns = new ArrayList<>();
        for (String line : served ? policy.text().split("\r?\n") : new String[0]) {
            int colon = line.indexOf(':');
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            switch (colon < 0 ? "" : line.substring(0, colon).strip()) {
                case "version" -> version = value;
                case "mode" -> mode = value;
                case "max_age" -> age = value.matches("\\d{1,8}") ? Long.parseLong(value) : -1;
                case "mx" -> patterns.add(value.toLowerCase(Locale.ROOT));
                default -> {}
            }
        }
        List<String> unnamed =
                MxCheck.hosts(domain, dns).stream()
                        .filter(host ->
                                patterns.stream().noneMatch(pattern -> covers(pattern, host)))
                        .toList();
        boolean valid =
                record
                        && served
                        && accepted
                        && version.equals("STSv1")
                        && age >= 0
                        && List.of("enforce", "testing", "none").contains(mode);
        return Facts.write()
                .put("record_valid", record)
                .put("status", policy.status())
                .put("certificate_accepted", accepted)
                .put("valid", valid)
                .put("mode", mode)
                .put("max_age", age)
                .put("mx", patterns)
                .put("unnamed_mx", unnamed)
                .done();
    }

    private static boolean covers(String pattern, String host) {
        int dot = host.indexOf('.');
        return pattern.equals(host)
                || pattern.startsWith("*.")
                        && dot > 0
                        && host.substring(dot).equals(pattern.substring(1));
    }
}
