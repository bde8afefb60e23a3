package org.hoshimori.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Json;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Protocol;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/// The cases of x509-limbo for chains of servers, which we did not write
/// (`probe/src/test/resources/x509/README.md`).
class PathSuiteTests {

    /// What of a chain we tell.
    ///
    /// @param fault why a browser would warn, or nothing
    /// @param told whether a finding of another kind says what is wrong with it
    private record Verdict(String fault, boolean told) {
        Verdict and(boolean also) {
            return new Verdict(fault, told || also);
        }
    }

    @Test
    void everyChainIsJudgedAsTheSuiteSaysUnlessItIsWrittenDownWhyNot() throws Exception {
        Map<String, Boolean> differs = new TreeMap<>();
        List<String> stray = new ArrayList<>();
        int cases = 0;
        for (JsonNode test : suite()) {
            if (!test.get("kind").stringValue().equals("SERVER")) {
                continue;
            }
            cases++;
            String id = test.get("id").stringValue();
            boolean good = test.get("expected").stringValue().equals("SUCCESS");
            Verdict found =
                    verdict(test, test.get("name").isNull() ? "" : test.get("name").stringValue());
            if (found.fault().isEmpty() != good) {
                differs.put(id, found.told());
            } else if (good && found.told()) {
                stray.add(id);
            }
        }
        assertThat(cases).isEqualTo(197);
        List<String> explained = new ArrayList<>(explained("differs"));
        explained.addAll(explained("told"));
        assertThat(differs.keySet()).containsExactlyInAnyOrderElementsOf(explained);
        assertThat(explained("told")).allMatch(differs::get);
        assertThat(stray).containsExactlyInAnyOrderElementsOf(explained("stray"));
    }

    /// The JDK adds it, when it compares the names of a certificate with constraints.
    @Test
    void aCommonNameIsNeverTakenForAnAlternativeName() throws Exception {
        JsonNode test =
                suite().stream()
                        .filter(one ->
                                one.get("id")
                                        .stringValue()
                                        .equals("rfc5280::nc::permitted-ipv4-match"))
                        .findFirst()
                        .orElseThrow();
        assertThat(verdict(test, "192.0.2.1").fault()).isEmpty();
        assertThat(verdict(test, "example.com").fault()).isEqualTo("name");
    }

    private static List<String> explained(String kind) throws Exception {
        try (InputStream in = PathSuiteTests.class.getResourceAsStream("/x509/differs.yaml")) {
            Map<?, ?> file =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            List<String> ids = new ArrayList<>();
            for (Object group : (List<?>) file.get(kind)) {
                ((List<?>) ((Map<?, ?>) group).get("cases")).forEach(id -> ids.add((String) id));
            }
            return ids;
        }
    }

    private static Verdict verdict(JsonNode test, String host) {
        try {
            Authorities authorities = Authorities.read(pem(test.get("trusted")));
            Instant at =
                    test.get("time").isNull()
                            ? Instant.parse("2026-11-27T00:00:00Z")
                            : OffsetDateTime.parse(test.get("time").stringValue()).toInstant();
            List<Octets> chain = chain(test.get("presented"));
            Outcome outcome =
                    new CertificateCheck(
                                    authorities, Optional.empty(), Clock.fixed(at, ZoneOffset.UTC))
                            .look(
                                    new Endpoint(
                                            host,
                                            InetAddress.getLoopbackAddress(),
                                            443,
                                            Protocol.HTTPS),
                                    chain)
                            .getFirst()
                            .outcome();
            if (!(outcome instanceof Outcome.Seen(Facts facts))) {
                return new Verdict(outcome.toString(), false);
            }
            boolean told =
                    !facts.words("form").isEmpty()
                            || !facts.words("anchor_form").isEmpty()
                            || facts.flag("authority")
                            || facts.word("key").equals("RSA")
                                    && facts.count("key_bits", 2048) < 2048;
            if (!facts.flag("trusted")) {
                return new Verdict(facts.word("fault"), told);
            }
            Verdict verdict =
                    new Verdict(
                            facts.flag("expired") || facts.flag("not_yet_valid")
                                    ? "dates"
                                    : host.isEmpty() || facts.flag("name_matches") ? "" : "name",
                            told);
            return test.has("lists")
                    ? verdict.and(listed(chain, authorities, Date.from(at), test.get("lists")))
                    : verdict;
        } catch (GeneralSecurityException e) {
            return new Verdict("authority: " + e.getMessage(), false);
        }
    }

    /// Whether the revocation lists of the case revoke a certificate, or are themselves at fault.
    private static boolean listed(
            List<Octets> chain, Authorities authorities, Date at, JsonNode texts)
            throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> presented = new ArrayList<>();
        for (Octets one : chain) {
            presented.add(
                    (X509Certificate)
                            factory.generateCertificate(new ByteArrayInputStream(one.toArray())));
        }
        List<X509CRL> lists = new ArrayList<>();
        for (JsonNode text : texts) {
            lists.add(
                    (X509CRL)
                            factory.generateCRL(
                                    new ByteArrayInputStream(
                                            text.stringValue()
                                                    .getBytes(StandardCharsets.US_ASCII))));
        }
        HeldPath path = PathSearch.look(presented, authorities, at).path().orElseThrow();
        Revocation.Judged judged = Revocation.judge(path, lists, presented);
        return judged.revoked().isPresent()
                || !ListForm.faults(lists, path.issuers(presented)).isEmpty();
    }

    private static List<JsonNode> suite() throws Exception {
        List<JsonNode> tests = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        PathSuiteTests.class.getResourceAsStream(
                                                "/x509/limbo.jsonl.gz")),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tests.add(Json.read(line));
            }
        }
        return tests;
    }

    private static byte[] pem(JsonNode certificates) {
        StringBuilder pem = new StringBuilder();
        certificates.forEach(one -> pem.append(one.stringValue()).append('\n'));
        return pem.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static List<Octets> chain(JsonNode certificates) {
        List<Octets> chain = new ArrayList<>();
        for (JsonNode one : certificates) {
            chain.add(
                    Octets.of(
                            Base64.getMimeDecoder()
                                    .decode(
                                            one.stringValue()
                                                    .replaceAll("-----[A-Z ]+-----", ""))));
        }
        return chain;
    }
}
