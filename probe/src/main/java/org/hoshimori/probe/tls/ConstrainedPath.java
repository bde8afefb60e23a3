package org.hoshimori.probe.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.hoshimori.probe.Malformed;

/// A second look at a path in which the JDK finds a name outside the constraints of an authority.
/// It holds the common name of an authority for the name of a host, where there is no alternative
/// name, and so refuses chains that RFC 5280 (4.2.1.10) and browsers take.
final class ConstrainedPath {

    private static final int SIGNS_CERTIFICATES = 5;

    private ConstrainedPath() {}

    /// Whether it holds all the same.
    ///
    /// @param path from the server's certificate up, without the anchor
    static boolean holds(List<X509Certificate> path, TrustAnchor anchor, Date at) {
        try {
            int from = 0;
            for (int i = 1; i < path.size(); i++) {
                X509Certificate authority = path.get(i);
                if (!signs(authority, path.subList(1, i))) {
                    return false;
                }
                if (NameConstraints.of(authority).isPresent()) {
                    if (!within(path.subList(0, i), authority)) {
                        return false;
                    }
                    // Above and below it the JDK judges; between them its constraints were judged.
                    validate(path.subList(from, i), new TrustAnchor(authority, null), at);
                    from = i;
                }
            }
            validate(path.subList(from, path.size()), anchor, at);
            return true;
        } catch (GeneralSecurityException | IOException | Malformed | RuntimeException e) {
            // The first look stands.
            return false;
        }
    }

    static void validate(List<X509Certificate> path, TrustAnchor anchor, Date at)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }

    /// Whether it may sign certificates, and so many authorities below itself.
    private static boolean signs(X509Certificate authority, List<X509Certificate> below) {
        boolean[] usage = authority.getKeyUsage();
        long between = below.stream().filter(one -> !PathRules.selfIssued(one)).count();
        return between <= authority.getBasicConstraints()
                && (usage == null || usage[SIGNS_CERTIFICATES]);
    }

    private static boolean within(List<X509Certificate> below, X509Certificate authority)
            throws IOException, CertificateParsingException {
        X509CertSelector constraints = new X509CertSelector();
        constraints.setNameConstraints(PathRules.content(authority));
        for (X509Certificate one : below) {
            boolean bare =
                    one != below.getFirst()
                            && (PathRules.selfIssued(one)
                                    || one.getSubjectAlternativeNames() == null);
            if (!bare && !constraints.match(one)) {
                return false;
            }
        }
        return true;
    }
}
