package org.hoshimori.probe.tls;

import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.reach.Reach;
import org.jspecify.annotations.Nullable;

/// Where certificates depart from the form that authorities owe (RFC 5280, section 4; CA/Browser
/// Forum Baseline Requirements, 7.1), although a path holds and browsers do not warn.
final class CertificateForm {

    static final String SUBJECT_KEY = "2.5.29.14";
    private static final String NAMES = "2.5.29.17";
    static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String POLICY_CONSTRAINTS = "2.5.29.36";
    private static final String USES = "2.5.29.37";
    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";

    /// The choices of a GeneralName are marked as its own, not as a universal kind.
    private static final int OF_CONTEXT = 0x80;

    private static final int MOST_SERIAL_OCTETS = 20;

    private static final Pattern HOST =
            Pattern.compile(
                    "(?:\\*\\.)?(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private CertificateForm() {}

    /// One word for each fault, in the order of the standard.
    ///
    /// @param names as {@link CertificateNames#of}
    static List<String> faults(List<X509Certificate> chain, List<String> names)
            throws CertificateException {
        X509Certificate leaf = chain.getFirst();
        List<String> faults = new ArrayList<>();
        BigInteger serial = leaf.getSerialNumber();
        add(
                faults,
                "serial-number",
                serial.signum() <= 0 || serial.toByteArray().length > MOST_SERIAL_OCTETS);
        add(faults, "key-kind", oddKey(leaf));
        add(faults, "common-name", !CommonName.repeats(leaf, names));
        add(faults, "alternative-names", !wellFormed(leaf, names));
        add(faults, "purpose", !forServersOnly(leaf));
        add(faults, "authority-key", leaf.getExtensionValue(AUTHORITY_KEY) == null);
        add(faults, "access-description", !accessible(leaf));
        add(
                faults,
                "issuer",
                chain.stream()
                        .skip(1)
                        .filter(one -> !PathRules.selfIssued(one))
                        .anyMatch(CertificateForm::oddIssuer));
        return faults;
    }

    static void add(List<String> faults, String fault, boolean present) {
        if (present) {
            faults.add(fault);
        }
    }

    /// Of a kind that no browser takes any more, or a modulus of no whole number of octets
    /// (Baseline Requirements, 6.1.5).
    private static boolean oddKey(X509Certificate leaf) {
        return leaf.getPublicKey() instanceof DSAPublicKey
                || leaf.getPublicKey() instanceof RSAPublicKey rsa
                        && rsa.getModulus().bitLength() % 8 != 0;
    }

    private static boolean wellFormed(X509Certificate leaf, List<String> names) {
        boolean critical = has(leaf.getCriticalExtensionOIDs(), NAMES);
        return !names.isEmpty()
                && !(critical && !leaf.getSubjectX500Principal().getName().isEmpty())
                && dnsNames(leaf)
                        .map(all -> all.stream().allMatch(CertificateForm::hostName))
                        .orElse(false);
    }

    private static boolean hostName(String name) {
        return HOST.matcher(name).matches() && Reach.literal(name).isEmpty();
    }

    /// Names only, and that every address has four or sixteen octets; nothing when one has not.
    private static Optional<List<String>> dnsNames(X509Certificate leaf) {
        try {
            List<String> names = new ArrayList<>();
            Optional<byte[]> extension = Der.extension(leaf, NAMES);
            if (extension.isPresent()) {
                for (Der.Element name : Der.sequence(extension.get())) {
                    if (name.tag() == 0x82) {
                        names.add(Der.ascii(name));
                    } else if (name.tag() == 0x87
                            && name.content().length != 4
                            && name.content().length != 16) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(names);
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /// Baseline Requirements, 7.1.2.7.10.
    private static boolean forServersOnly(X509Certificate leaf) throws CertificateException {
        List<String> uses = leaf.getExtendedKeyUsage();
        return uses != null
                && !uses.contains(PathRules.ANYTHING)
                && !has(leaf.getCriticalExtensionOIDs(), USES);
    }

    /// Where the issuer's certificate and word on revocation are (RFC 5280, 4.2.2.1).
    private static boolean accessible(X509Certificate leaf) {
        try {
            Optional<byte[]> extension = Der.extension(leaf, ACCESS);
            if (extension.isEmpty()) {
                return true;
            }
            for (Der.Element description : Der.sequence(extension.get())) {
                List<Der.Element> parts = Der.all(description.content());
                if (description.tag() != Der.SEQUENCE
                        || parts.size() != 2
                        || parts.getFirst().tag() != Der.OBJECT_ID
                        || (parts.getLast().tag() & 0xc0) != OF_CONTEXT) {
                    return false;
                }
            }
            return true;
        } catch (Malformed e) {
            return false;
        }
    }

    /// Key identifiers (RFC 5280, 4.2.1.1 and 4.2.1.2), constraints of policies that may be passed
    /// over (4.2.1.11).
    private static boolean oddIssuer(X509Certificate issuer) {
        return issuer.getExtensionValue(AUTHORITY_KEY) == null
                || issuer.getExtensionValue(SUBJECT_KEY) == null
                || has(issuer.getNonCriticalExtensionOIDs(), POLICY_CONSTRAINTS);
    }

    private static boolean has(@Nullable Set<String> ids, String id) {
        return ids != null && ids.contains(id);
    }
}
