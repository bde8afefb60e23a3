package org.hoshimori.probe.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What revocation lists say of a path that holds (RFC 5280, section 6.3), by the JDK and from the
/// lists given alone. The JDK's own checker object would fetch lists by itself, past our guard;
/// without it nothing is fetched.
final class Revocation {

    /// @param revoked the first certificate that a list names, from the anchor down
    /// @param why the reason and moment that the list gives
    /// @param unknown places in the path of which no list can be relied on, 0 the server's
    record Judged(Optional<X509Certificate> revoked, String why, Set<Integer> unknown) {
        Judged {
            unknown = Set.copyOf(unknown);
        }
    }

    private Revocation() {}

    /// @param presented certificates that may have signed the lists, beside those of the path
    static Judged judge(
            HeldPath path, Collection<X509CRL> lists, Collection<X509Certificate> presented)
            throws GeneralSecurityException {
        List<X509Certificate> issuers = path.issuers(presented);
        List<Object> store = new ArrayList<>(issuers);
        lists.stream().filter(list -> ListForm.mayIssue(list, issuers)).forEach(store::add);
        CertStore given =
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(store));
        Set<Integer> unknown = new TreeSet<>();
        for (int i = path.certificates().size() - 1; i >= 0; i--) {
            X509Certificate one = path.certificates().get(i);
            TrustAnchor issuer =
                    i == path.certificates().size() - 1
                            ? path.anchor()
                            : new TrustAnchor(path.certificates().get(i + 1), null);
            try {
                validate(one, issuer, path, given);
            } catch (CertPathValidatorException e) {
                if (e.getReason() == BasicReason.REVOKED && !onHold(e.getCause())) {
                    return new Judged(Optional.of(one), why(e.getCause()), unknown);
                }
                unknown.add(i);
            }
        }
        return new Judged(Optional.empty(), "", unknown);
    }

    /// One step of the path, which holds, once more with the lists.
    private static void validate(
            X509Certificate one, TrustAnchor issuer, HeldPath path, CertStore given)
            throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        anchors.add(issuer);
        // It may have given a key of its own for lists.
        anchors.add(path.anchor());
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setDate(path.at());
        parameters.setRevocationEnabled(true);
        parameters.addCertStore(given);
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509").generateCertPath(List.of(one)),
                        parameters);
    }

    /// Another list, of changes, may have lifted it; those are not read, and the Baseline
    /// Requirements (7.2.2) know no hold.
    private static boolean onHold(@Nullable Throwable cause) {
        return cause instanceof CertificateRevokedException revoked
                && revoked.getRevocationReason() == CRLReason.CERTIFICATE_HOLD;
    }

    private static String why(@Nullable Throwable cause) {
        return cause instanceof CertificateRevokedException revoked
                ? revoked.getRevocationReason() + " " + revoked.getRevocationDate().toInstant()
                : "";
    }
}
