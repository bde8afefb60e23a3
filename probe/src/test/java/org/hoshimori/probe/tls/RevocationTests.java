package org.hoshimori.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hoshimori.probe.fleet.Certificates;
import org.junit.jupiter.api.Test;

class RevocationTests {

    private static HeldPath path(Certificates certificates, String kind) {
        return new HeldPath(
                List.of(certificates.identity(kind, "127.0.0.1").chain()),
                new TrustAnchor(certificates.roots().getFirst(), null),
                new Date());
    }

    private static X509CRL list(Certificates certificates) throws Exception {
        return (X509CRL)
                CertificateFactory.getInstance("X.509")
                        .generateCRL(new ByteArrayInputStream(certificates.list(true)));
    }

    @Test
    void aListRevokesWhomItNamesAndNobodyElse() throws Exception {
        Certificates certificates = new Certificates();
        HeldPath revoked = path(certificates, "revoked");
        HeldPath other = path(certificates, "listed");
        List<X509CRL> lists = List.of(list(certificates));
        Revocation.Judged judged = Revocation.judge(revoked, lists, List.of());
        assertThat(judged.revoked()).contains(revoked.certificates().getFirst());
        assertThat(judged.why()).startsWith("KEY_COMPROMISE ");
        assertThat(Revocation.judge(other, lists, List.of()).revoked()).isEmpty();
    }

    @Test
    void aListOfAnotherAuthorityOrOutOfItsDatesSaysNothing() throws Exception {
        Certificates certificates = new Certificates();
        HeldPath revoked = path(certificates, "revoked");
        Certificates stranger = new Certificates();
        HeldPath later =
                new HeldPath(
                        revoked.certificates(),
                        revoked.anchor(),
                        new Date(System.currentTimeMillis() + 30L * 86_400_000));
        for (Revocation.Judged judged :
                List.of(
                        Revocation.judge(revoked, List.of(list(stranger)), List.of()),
                        Revocation.judge(later, List.of(list(certificates)), List.of()),
                        Revocation.judge(revoked, List.of(), List.of()))) {
            assertThat(judged.revoked()).isEmpty();
            assertThat(judged.unknown()).contains(0);
        }
    }

    /// Its fetches would go past the guard, the pace and every bound.
    @Test
    void theJdkFetchesNoListByItself() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.close();
                });
        server.start();
        try {
            Certificates certificates = new Certificates();
            certificates.publishesAt("http://127.0.0.1:" + server.getAddress().getPort());
            HeldPath path = path(certificates, "listed");
            assertThat(ListAddresses.of(path.certificates().getFirst()))
                    .singleElement()
                    .satisfies(address -> assertThat(address).endsWith("/list.crl"));
            Revocation.judge(path, List.of(), List.of());
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
