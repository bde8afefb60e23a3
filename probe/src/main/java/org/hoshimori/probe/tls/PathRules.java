package org.hoshimori.probe.tls;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Malformed;

/// What browsers ask of a server's chain and the JDK's path validation leaves to its caller:
/// whether it was issued for servers, and to one that is no authority, within the constraints that
/// an anchor carries itself.
final class PathRules {

    private static final String SERVERS = "1.3.6.1.5.5.7.3.1";
    static final String ANYTHING = "2.5.29.37.0";
    private static final int SIGNS_CERTIFICATES = 5;

    /// How many names are compared with how many constraints by OpenSSL and BoringSSL at most.
    private static final long MOST_COMPARISONS = 1 << 20;

    private PathRules() {}

    /// Whether some authority has more constraints on more names below it than clients compare.
    static boolean costly(List<X509Certificate> path, X509Certificate anchor) {
        long names = 0;
        for (int i = 0; i <= path.size(); i++) {
            X509Certificate one = i < path.size() ? path.get(i) : anchor;
            if (names * constraints(one) > MOST_COMPARISONS) {
                return true;
            }
            if (i < path.size()) {
                names += names(one);
            }
        }
        return false;
    }

    private static int constraints(X509Certificate authority) {
        try {
            return NameConstraints.of(authority).map(NameConstraints::count).orElse(0);
        } catch (Malformed e) {
            return 0;
        }
    }

    private static int names(X509Certificate one) {
        try {
            var names = one.getSubjectAlternativeNames();
            return 1 + (names == null ? 0 : names.size());
        } catch (CertificateParsingException e) {
            return 0;
        }
    }

    /// The first rule that does not hold, or nothing.
    ///
    /// @param path from the server's certificate up, without the anchor
    static Optional<String> fault(List<X509Certificate> path, X509Certificate anchor) {
        X509Certificate leaf = path.getFirst();
        boolean[] usage = leaf.getKeyUsage();
        if (leaf.getBasicConstraints() < 0 && usage != null && usage[SIGNS_CERTIFICATES]) {
            // RFC 5280, 4.2.1.3. That an authority's own certificate serves is left alone: the
            // Baseline Requirements forbid it to authorities, and half of the browsers take it.
            return Optional.of("signs certificates without being an authority's");
        }
        if (NameConstraints.present(leaf)) {
            return Optional.of("name constraints in a certificate that is no authority's");
        }
        if (!path.stream().allMatch(PathRules::forServers)) {
            return Optional.of("not issued for servers");
        }
        Optional<String> outside = constraints(path, anchor);
        return outside.isPresent() ? outside : wildcards(path, anchor);
    }

    /// The JDK holds a wildcard for a name of its own, and constraints without content for none.
    private static Optional<String> wildcards(List<X509Certificate> path, X509Certificate anchor) {
        try {
            List<String> names = new ArrayList<>();
            for (X509Certificate one : path) {
                Optional<NameConstraints> own =
                        one == path.getFirst() ? Optional.empty() : NameConstraints.of(one);
                if (own.isPresent() && names.stream().anyMatch(own.get()::touches)) {
                    return Optional.of("a wildcard that stands for an excluded name");
                }
                names.addAll(CertificateNames.of(one));
            }
        } catch (Malformed e) {
            return Optional.of("name constraints that cannot be read");
        } catch (CertificateException e) {
            return Optional.of("names that cannot be read");
        }
        try {
            Optional<NameConstraints> last = NameConstraints.of(anchor);
            for (X509Certificate one : path) {
                if (last.isPresent()
                        && CertificateNames.of(one).stream().anyMatch(last.get()::touches)) {
                    return Optional.of("a wildcard that stands for an excluded name");
                }
            }
            return Optional.empty();
        } catch (Malformed | CertificateException e) {
            // The form of an anchor is the affair of whoever trusts it.
            return Optional.empty();
        }
    }

    /// Without the extension every use is meant (RFC 5280, 4.2.1.12).
    private static boolean forServers(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.contains(SERVERS) || uses.contains(ANYTHING);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /// The JDK takes an anchor for a name and a key, as RFC 5280 allows, and so does not see these.
    private static Optional<String> constraints(
            List<X509Certificate> path, X509Certificate anchor) {
        if (!NameConstraints.present(anchor)) {
            return Optional.empty();
        }
        X509CertSelector within = new X509CertSelector();
        try {
            within.setNameConstraints(content(anchor));
            return path.stream()
                            .filter(one -> one == path.getFirst() || !selfIssued(one))
                            .allMatch(within::match)
                    ? Optional.empty()
                    : Optional.of("a name outside the anchor's constraints");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.of("name constraints that cannot be read");
        }
    }

    /// Constraints are not for these, unless they end the path (RFC 5280, 4.2.1.10).
    static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /// Its name constraints, as the JDK takes them.
    static byte[] content(X509Certificate authority) throws IOException {
        try {
            return Der.extension(authority, NameConstraints.ID)
                    .orElseThrow(() -> new IOException("none"));
        } catch (Malformed e) {
            throw new IOException(e);
        }
    }
}
