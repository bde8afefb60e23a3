package org.hoshimori.probe.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Malformed;
import org.junit.jupiter.api.Test;

/// Snapshots of flaws that a user gives.
class FlawReaderTests {

    private static final String NVD =
            """
            {"resultsPerPage":2,"format":"NVD_CVE","version":"2.0","timestamp":"2026-11-26T00:00:00","vulnerabilities":[
             {"cve":{"id":"CVE-2026-0001","vulnStatus":"Analyzed","metrics":{"cvssMetricV31":[{"cvssData":{"baseScore":9.8,"attackVector":"NETWORK","privilegesRequired":"NONE","userInteraction":"NONE"}}]},
              "configurations":[{"nodes":[{"operator":"OR","negate":false,"cpeMatch":[{"vulnerable":true,"criteria":"cpe:2.3:a:f5:nginx:*:*:*:*:*:*:*:*","versionStartIncluding":"1.20.0","versionEndExcluding":"1.26.2"}]}]}]}},
             {"cve":{"id":"CVE-2026-0002","metrics":{},"configurations":[{"nodes":[{"cpeMatch":[{"vulnerable":true,"criteria":"cpe:2.3:a:openbsd:openssh:9.2:p1:*:*:*:*:*:*"},{"vulnerable":true,"criteria":"cpe:2.3:a:other:unknown:1.0:*:*:*:*:*:*:*"}]}]}]}},
             {"cve":{"id":"CVE-2026-0003","metrics":{},"configurations":[{"nodes":[{"cpeMatch":[{"vulnerable":true,"criteria":"cpe:2.3:a:exim:exim:*:*:*:*:*:*:*:*","versionEndIncluding":"4.97"}]}]}]}}]}
            """;
    private static final String KEV =
            "{\"title\":\"CISA Catalog\",\"catalogVersion\":\"2026.11.25\",\"count\":1,\"vulnerabilities\":[{\"cveID\":\"CVE-2026-0003\"}]}";
    private static final String EPSS =
            "#model_version:v2026.01.01,score_date:2026-11-26T00:00:00+0000\ncve,epss,percentile\nCVE-2026-0002,0.51230,0.99\nCVE-2026-0001,0.00042,0.05\n";

    private static KnownFlaws read(byte[]... files) throws Malformed, IOException {
        FlawReader reader = new FlawReader();
        for (byte[] file : files) {
            reader.add(new ByteArrayInputStream(file));
        }
        return reader.done();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(text));
        }
        return out.toByteArray();
    }

    private static Facts known(KnownFlaws flaws, String banner) {
        return flaws.added(
                        List.of(
                                Bundles.seen(
                                        "net.service",
                                        "a.test:1",
                                        Facts.write().put("banner", banner))))
                .getLast()
                .outcome()
                .facts();
    }

    @Test
    void softwareIsLookedUpInThreeOfficialFilesWhateverTheirOrder() throws Exception {
        KnownFlaws flaws = read(packed(EPSS), bytes(KEV), packed(NVD));
        assertThat(flaws).isEqualTo(read(packed(NVD), packed(EPSS), bytes(KEV)));
        assertThat(flaws.snapshot())
                .isEqualTo("epss 2026-11-26, kev 2026.11.25, nvd 2026-11-26T00:00:00");
        assertThat(known(flaws, "nginx/1.26.1").words("likely")).containsExactly("CVE-2026-0001");
        assertThat(known(flaws, "nginx/1.26.2").words("flaws")).isEmpty();
        assertThat(known(flaws, "SSH-2.0-OpenSSH_9.2p1 Debian-2").words("likely"))
                .containsExactly("CVE-2026-0002");
        assertThat(known(flaws, "SSH-2.0-OpenSSH_9.3p1").words("flaws")).isEmpty();
        assertThat(known(flaws, "220 x ESMTP Exim 4.97").words("exploited"))
                .containsExactly("CVE-2026-0003");
    }

    @Test
    void everySoftwareThatABannerNamesIsLookedUp() throws Exception {
        assertThat(known(read(bytes(NVD)), "Exim 4.90 nginx/1.26.1").words("flaws"))
                .containsExactly("CVE-2026-0001", "CVE-2026-0003");
    }

    private static String scored(String version, String cvss) {
        return """
        {"format":"NVD_CVE","timestamp":"2026-11-26","vulnerabilities":[{"cve":{"id":"CVE-2026-0009","metrics":{"%s":[{"cvssData":{%s}}]},
        "configurations":[{"nodes":[{"cpeMatch":[{"vulnerable":true,"criteria":"cpe:2.3:a:f5:nginx:1.20.0:-:*:*:*:*:*:*"}]}]}]}}]}
        """
                .formatted(version, cvss);
    }

    private static boolean likely(String version, String cvss) throws Exception {
        return !known(read(bytes(scored(version, cvss))), "nginx/1.20.0").words("likely").isEmpty();
    }

    @Test
    void aVectorWithoutAScoreIsScored() throws Exception {
        assertThat(
                        likely(
                                "cvssMetricV31",
                                "\"vectorString\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\""))
                .isTrue();
        assertThat(
                        likely(
                                "cvssMetricV31",
                                "\"vectorString\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N\""))
                .isFalse();
        assertThat(
                        likely(
                                "cvssMetricV40",
                                "\"vectorString\":\"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N\""))
                .isTrue();
        assertThat(likely("cvssMetricV2", "\"vectorString\":\"AV:N/AC:L/Au:N/C:C/I:C/A:C\""))
                .isTrue();
    }

    @Test
    void aScoreThatItsVectorDoesNotGiveIsTold() throws Exception {
        FlawReader reader = new FlawReader();
        reader.add(
                new ByteArrayInputStream(
                        bytes(
                                scored(
                                        "cvssMetricV31",
                                        "\"baseScore\":9.8,\"vectorString\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N\""))));
        assertThat(reader.remarks())
                .singleElement()
                .asString()
                .contains("CVE-2026-0009", "9.8", "7.5");
        assertThat(known(reader.done(), "nginx/1.20.0").words("likely")).isEmpty();
    }

    @Test
    void aVectorThatCannotBeReadIsToldAndTheFieldsBesideItCount() throws Exception {
        FlawReader reader = new FlawReader();
        reader.add(
                new ByteArrayInputStream(
                        bytes(
                                scored(
                                        "cvssMetricV31",
                                        "\"baseScore\":9.8,\"vectorString\":\"CVSS:3.1/AV:?\",\"attackVector\":\"NETWORK\",\"privilegesRequired\":\"NONE\",\"userInteraction\":\"NONE\""))));
        assertThat(reader.remarks()).singleElement().asString().contains("CVE-2026-0009");
        assertThat(known(reader.done(), "nginx/1.20.0").words("likely"))
                .containsExactly("CVE-2026-0009");
    }

    @Test
    void aFileOfAnotherKindIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read(bytes("{\"vulnerabilities\": [{\"cve\": ]}")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read(bytes("{\"a\": 1}"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> read(bytes("cve,epss,percentile\nCVE-2026-0001;0,1\n")))
                .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    @Property(tries = 300)
    void anyDamageIsReadOrRefusedWithAPlace(
            @ForAll int where, @ForAll byte with, @ForAll int length) throws IOException {
        for (String good : List.of(NVD, KEV, EPSS)) {
            byte[] bytes = bytes(good);
            bytes[Math.floorMod(where, bytes.length)] = with;
            byte[] cut = java.util.Arrays.copyOf(bytes, Math.floorMod(length, bytes.length) + 1);
            for (byte[] damaged : List.of(bytes, cut)) {
                try {
                    read(damaged);
                } catch (Malformed e) {
                    assertThat(e.line()).isPositive();
                }
            }
        }
    }
}
