package org.hoshimori.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
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
import tools.jackson.databind.JsonNode;

/// BetterTLS, by Netflix (`probe/src/test/resources/x509/README.md`): which of many paths holds,
/// and names against constraints. `SOFT_FAIL` and `SOFT_PASS` are what the suite would have but
/// does not insist on.
class BetterTlsTests {

    private static final Clock AT =
            Clock.fixed(Instant.parse("2026-11-28T06:00:00Z"), ZoneOffset.UTC);

    private static final String FILE = "/x509/bettertls.jsonl.gz";
    private static final int CASES = 479;

    /// No alternative name of a host, a common name outside the constraints: the suite would let it
    /// pass and does not insist. The JDK, as OpenSSL, then takes the common name for a host's.
    private static final Map<String, List<String>> CAUTIOUS =
            Map.of(
                    "SOFT_PASS",
                    List.of(
                            "nameconstraints 3192",
                            "nameconstraints 3912",
                            "nameconstraints 5232",
                            "nameconstraints 5256",
                            "nameconstraints 5928",
                            "nameconstraints 5952"));

    @Test
    void everyChainIsJudgedAsTheSuiteSays() throws Exception {
        Map<String, List<String>> differs = new TreeMap<>();
        int cases = 0;
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(BetterTlsTests.class.getResourceAsStream(FILE)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode test = Json.read(line);
                String expected = test.get("expected").stringValue();
                cases++;
                if (holds(test) != expected.endsWith("PASS")) {
                    differs.computeIfAbsent(expected, _ -> new ArrayList<>())
                            .add(test.get("suite").stringValue() + " " + test.get("id"));
                }
            }
        }
        assertThat(cases).isEqualTo(CASES);
        assertThat(differs).isEqualTo(CAUTIOUS);
    }

    private static boolean holds(JsonNode test) throws Exception {
        List<Octets> chain = new ArrayList<>();
        test.get("chain").forEach(one -> chain.add(octets(one)));
        Outcome outcome =
                new CertificateCheck(
                                Authorities.read(octets(test.get("root")).toArray()),
                                Optional.empty(),
                                AT)
                        .look(
                                new Endpoint(
                                        test.get("host").stringValue(),
                                        InetAddress.getLoopbackAddress(),
                                        443,
                                        Protocol.HTTPS),
                                chain)
                        .getFirst()
                        .outcome();
        return outcome instanceof Outcome.Seen(Facts facts)
                && facts.flag("trusted")
                && facts.flag("name_matches")
                && !facts.flag("expired")
                && !facts.flag("weak_signature");
    }

    private static Octets octets(JsonNode base64) {
        return Octets.of(Base64.getDecoder().decode(base64.stringValue()));
    }
}
