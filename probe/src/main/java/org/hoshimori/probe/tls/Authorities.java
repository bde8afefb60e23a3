package org.hoshimori.probe.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;

/// Whom to trust for certificates.
public final class Authorities {

    private final Supplier<Set<TrustAnchor>> anchors;
    private final boolean given;

    private Authorities(Supplier<Set<TrustAnchor>> anchors, boolean given) {
        this.anchors = anchors;
        this.given = given;
    }

    /// Nobody.
    public static Authorities none() {
        return new Authorities(Set::of, false);
    }

    /// Those that this JDK trusts, read when the first chain is looked at: there are about 150, and
    /// reading them takes as long as a look at a host.
    public static Authorities usual() {
        return new Authorities(() -> Usual.ANCHORS, false);
    }

    /// Those in a PEM file.
    ///
    /// @throws CertificateException when it holds no certificate
    public static Authorities read(byte[] pem) throws CertificateException {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (var certificate :
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem))) {
            anchors.add(new TrustAnchor((X509Certificate) certificate, null));
        }
        if (anchors.isEmpty()) {
            throw new CertificateException("no certificate in it");
        }
        Set<TrustAnchor> read = Set.copyOf(anchors);
        return new Authorities(() -> read, true);
    }

    /// Whether whoever asks named them: then they are theirs to repair. The form of those that
    /// every client trusts is the affair of whoever keeps that list.
    boolean given() {
        return given;
    }

    Set<TrustAnchor> anchors() {
        return anchors.get();
    }

    /// Those of this name; more than one where an authority renewed its certificate.
    List<TrustAnchor> named(X500Principal name) {
        return anchors().stream()
                .filter(anchor -> anchor.getTrustedCert().getSubjectX500Principal().equals(name))
                .toList();
    }

    private static final class Usual {

        private static final Set<TrustAnchor> ANCHORS = read();

        private static Set<TrustAnchor> read() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                Set<TrustAnchor> anchors = new HashSet<>();
                for (var manager : factory.getTrustManagers()) {
                    if (manager instanceof X509TrustManager trusting) {
                        for (X509Certificate issuer : trusting.getAcceptedIssuers()) {
                            anchors.add(new TrustAnchor(issuer, null));
                        }
                    }
                }
                return Set.copyOf(anchors);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the JDK's own authorities cannot be read", e);
            }
        }
    }
}
