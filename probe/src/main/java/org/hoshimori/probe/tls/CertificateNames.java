package org.hoshimori.probe.tls;

import java.net.InetAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hoshimori.probe.reach.Reach;

/// The names a certificate is good for (RFC 9525): only those of its subject alternative name; the
/// common name is not looked at.
final class CertificateNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    static List<String> of(X509Certificate certificate) throws CertificateException {
        var names = certificate.getSubjectAlternativeNames();
        if (names == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (List<?> name : names) {
            if ((name.get(0).equals(DNS) || name.get(0).equals(ADDRESS))
                    && name.get(1) instanceof String text) {
                found.add(text);
            }
        }
        return found;
    }

    /// Whether one of its names stands for this host. An address is one only where it stands as an
    /// address: digits written as a DNS name escape the constraints on addresses.
    static boolean match(X509Certificate certificate, String host) throws CertificateException {
        var names = certificate.getSubjectAlternativeNames();
        Integer kind = Reach.literal(host).isPresent() ? ADDRESS : DNS;
        return names != null
                && names.stream()
                        .anyMatch(name ->
                                name.get(0).equals(kind)
                                        && name.get(1) instanceof String text
                                        && match(text, host));
    }

    static boolean match(List<String> names, String host) {
        return names.stream().anyMatch(name -> match(name, host));
    }

    /// A wildcard stands for exactly the leftmost label (RFC 9525, section 6.3).
    static boolean match(String name, String host) {
        var address = Reach.literal(host);
        if (address.isPresent()) {
            return Reach.literal(name)
                    .map(InetAddress::getHostAddress)
                    .equals(address.map(InetAddress::getHostAddress));
        }
        String pattern = plain(name);
        String wanted = plain(host);
        if (!pattern.startsWith("*.")) {
            return pattern.equals(wanted);
        }
        int dot = wanted.indexOf('.');
        return dot > 0
                && pattern.indexOf('*', 1) < 0
                && wanted.substring(dot).equals(pattern.substring(1))
                && pattern.indexOf('.', 2) > 0;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
