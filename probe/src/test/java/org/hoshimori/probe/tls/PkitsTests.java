package org.hoshimori.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The Public Key Interoperability Test Suite of NIST, which we did not write
/// (`probe/src/test/resources/x509/README.md`), without what is about policies: TLS uses none.
class PkitsTests {

    /// The certificates of the suite end in April 2011.
    private static final Date AT = Date.from(Instant.parse("2010-06-01T00:00:00Z"));

    private static final int CASES = 161;

    private static final Map<String, X509Certificate> CERTIFICATES = new TreeMap<>();
    private static final List<X509CRL> LISTS = new ArrayList<>();

    /// What is known of a server's certificate: `valid`, `unknown` where no list that can be relied
    /// on speaks of a certificate of the path, `invalid`.
    private enum Known {
        VALID,
        UNKNOWN,
        INVALID
    }

    @BeforeAll
    static void open() throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        try (ZipInputStream zip =
                new ZipInputStream(PkitsTests.class.getResourceAsStream("/x509/pkits.zip"))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                ByteArrayInputStream bytes = new ByteArrayInputStream(zip.readAllBytes());
                String name = entry.getName().replaceFirst(".*/", "").replaceFirst("\\..*", "");
                if (entry.getName().endsWith(".crl")) {
                    LISTS.add((X509CRL) factory.generateCRL(bytes));
                } else {
                    CERTIFICATES.put(name, (X509Certificate) factory.generateCertificate(bytes));
                }
            }
        }
    }

    @Test
    void everyPathIsJudgedAsTheSuiteSaysUnlessItIsWrittenDownWhyNot() throws Exception {
        X509Certificate anchor = CERTIFICATES.get("TrustAnchorRootCertificate");
        Authorities authorities = Authorities.read(pem(anchor));
        Set<String> wrong = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        int cases = 0;
        for (Map.Entry<String, X509Certificate> entry : CERTIFICATES.entrySet()) {
            String name = entry.getKey();
            if (!name.endsWith("EE")) {
                continue;
            }
            cases++;
            Known known = known(entry.getValue(), authorities);
            if (known == (name.startsWith("Valid") ? Known.INVALID : Known.VALID)) {
                wrong.add(name);
            } else if (name.startsWith("Valid") && known == Known.UNKNOWN) {
                unknown.add(name);
            }
        }
        assertThat(cases).isEqualTo(CASES);
        assertThat(wrong).containsExactlyInAnyOrderElementsOf(explained("wrong"));
        assertThat(unknown).containsExactlyInAnyOrderElementsOf(explained("unknown"));
    }

    private static Known known(X509Certificate leaf, Authorities authorities) throws Exception {
        List<X509Certificate> presented = new ArrayList<>(above(leaf));
        PathSearch.Result found = PathSearch.look(presented, authorities, AT);
        if (found.path().isEmpty()) {
            return Known.INVALID;
        }
        Revocation.Judged judged = Revocation.judge(found.path().get(), LISTS, presented);
        return judged.revoked().isPresent()
                ? Known.INVALID
                : judged.unknown().isEmpty() ? Known.VALID : Known.UNKNOWN;
    }

    /// It, and every certificate whose name issued one of these: a server would present as many.
    private static Set<X509Certificate> above(X509Certificate leaf) {
        Set<X509Certificate> all = new LinkedHashSet<>(List.of(leaf));
        for (boolean more = true; more; ) {
            Set<X509Certificate> next = new LinkedHashSet<>();
            for (X509Certificate one : all) {
                CERTIFICATES.forEach((name, issuer) -> {
                    if (!name.endsWith("EE")
                            && issuer.getSubjectX500Principal()
                                    .equals(one.getIssuerX500Principal())) {
                        next.add(issuer);
                    }
                });
            }
            more = all.addAll(next);
        }
        return all;
    }

    private static List<String> explained(String kind) {
        Map<?, ?> file =
                (Map<?, ?>)
                        new Load(LoadSettings.builder().build())
                                .loadFromInputStream(
                                        PkitsTests.class.getResourceAsStream("/x509/pkits.yaml"));
        List<String> all = new ArrayList<>();
        for (Object group : (List<?>) file.get(kind)) {
            ((List<?>) ((Map<?, ?>) group).get("cases")).forEach(id -> all.add((String) id));
        }
        return all;
    }

    private static byte[] pem(X509Certificate certificate) throws Exception {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        pem.writeBytes("-----BEGIN CERTIFICATE-----\n".getBytes(StandardCharsets.US_ASCII));
        pem.writeBytes(Base64.getMimeEncoder().encode(certificate.getEncoded()));
        pem.writeBytes("\n-----END CERTIFICATE-----\n".getBytes(StandardCharsets.US_ASCII));
        return pem.toByteArray();
    }
}
