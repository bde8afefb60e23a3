package org.hoshimori.probe.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.probe.Malformed;
import org.jspecify.annotations.Nullable;

/// Where an authority that somebody trusts departs from the form of a root (RFC 5280, 4.2; CA/
/// Browser Forum Baseline Requirements, 7.1.2.1). For the path itself an anchor is a name and a key
/// (RFC 5280, 6.1.1); clients that look closer refuse some of these.
final class AnchorForm {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final int SIGNS_CERTIFICATES = 5;
    private static final int LEAST_RSA_BITS = 2048;

    private static final int KEY_IDENTIFIER = 0x80;
    private static final int DNS_NAME = 0x82;
    private static final int ADDRESS = 0x87;

    private AnchorForm() {}

    /// One word for each fault, in the order of the standard.
    static List<String> faults(X509Certificate anchor) throws CertificateException {
        List<String> faults = new ArrayList<>();
        CertificateForm.add(faults, "key-kind", oddKey(anchor));
        CertificateForm.add(faults, "authority-key", !authorityKey(anchor));
        CertificateForm.add(
                faults,
                "subject-key",
                anchor.getExtensionValue(CertificateForm.SUBJECT_KEY) == null);
        boolean[] usage = anchor.getKeyUsage();
        boolean authority = anchor.getBasicConstraints() >= 0;
        CertificateForm.add(
                faults, "key-usage", usage != null && usage[SIGNS_CERTIFICATES] != authority);
        CertificateForm.add(
                faults,
                "basic-constraints",
                !authority || !has(anchor.getCriticalExtensionOIDs(), BASIC_CONSTRAINTS));
        CertificateForm.add(faults, "name-constraints", !constraints(anchor));
        CertificateForm.add(faults, "purpose", anchor.getExtendedKeyUsage() != null);
        CertificateForm.add(faults, "extensions", anchor.hasUnsupportedCriticalExtension());
        return faults;
    }

    private static boolean oddKey(X509Certificate anchor) {
        return switch (anchor.getPublicKey()) {
            case DSAPublicKey _ -> true;
            case RSAPublicKey rsa ->
                    rsa.getModulus().bitLength() < LEAST_RSA_BITS
                            || rsa.getModulus().bitLength() % 8 != 0;
            default -> false;
        };
    }

    /// The key that signed it, by its identifier alone: its own where it signed itself, and then it
    /// may be left out (RFC 5280, 4.2.1.1; Baseline Requirements, 7.1.2.1.3).
    private static boolean authorityKey(X509Certificate anchor) {
        boolean self = PathRules.selfIssued(anchor);
        try {
            Optional<byte[]> extension = Der.extension(anchor, CertificateForm.AUTHORITY_KEY);
            if (extension.isEmpty()) {
                return self;
            }
            List<Der.Element> parts = Der.sequence(extension.get());
            return !has(anchor.getCriticalExtensionOIDs(), CertificateForm.AUTHORITY_KEY)
                    && parts.size() == 1
                    && parts.getFirst().tag() == KEY_IDENTIFIER
                    && (!self || subjectKey(anchor, parts.getFirst().content()));
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean subjectKey(X509Certificate anchor, byte[] wanted) throws Malformed {
        Optional<byte[]> extension = Der.extension(anchor, CertificateForm.SUBJECT_KEY);
        return extension.isEmpty()
                || Arrays.equals(Der.all(extension.get()).getFirst().content(), wanted);
    }

    /// Marked as what must not be passed over, with names without a leading dot and addresses with
    /// their mask (RFC 5280, 4.2.1.10).
    private static boolean constraints(X509Certificate anchor) {
        if (!NameConstraints.present(anchor)) {
            return true;
        }
        try {
            for (Der.Element list :
                    Der.sequence(Der.extension(anchor, NameConstraints.ID).orElseThrow())) {
                for (Der.Element subtree : Der.all(list.content())) {
                    Der.Element name = Der.all(subtree.content()).getFirst();
                    int length = name.content().length;
                    if (name.tag() == DNS_NAME && Der.ascii(name).startsWith(".")
                            || name.tag() == ADDRESS && length != 8 && length != 32) {
                        return false;
                    }
                }
            }
            return has(anchor.getCriticalExtensionOIDs(), NameConstraints.ID);
        } catch (Malformed e) {
            return false;
        }
    }

    private static boolean has(@Nullable Set<String> ids, String id) {
        return ids != null && ids.contains(id);
    }
}
