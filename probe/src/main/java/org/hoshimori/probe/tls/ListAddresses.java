package org.hoshimori.probe.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.probe.Malformed;

/// Where a certificate says that the lists are which would revoke it (RFC 5280, 4.2.1.13).
final class ListAddresses {

    private static final String POINTS = "2.5.29.31";
    private static final int POINT_NAME = 0xa0;
    private static final int FULL_NAME = 0xa0;
    private static final int ADDRESS = 0x86;

    /// A certificate names one or two.
    private static final int MOST = 4;

    private ListAddresses() {}

    /// The first web address of each point; other ways, such as LDAP, are left out.
    static List<String> of(X509Certificate certificate) {
        List<String> all = new ArrayList<>();
        try {
            Optional<byte[]> extension = Der.extension(certificate, POINTS);
            if (extension.isPresent()) {
                for (Der.Element point : Der.sequence(extension.get())) {
                    if (all.size() < MOST) {
                        first(point).ifPresent(all::add);
                    }
                }
            }
        } catch (Malformed e) {
            // What cannot be read names no list; the form of the certificate is judged elsewhere.
            return List.of();
        }
        return all;
    }

    private static Optional<String> first(Der.Element point) throws Malformed {
        for (Der.Element part : Der.all(point.content())) {
            if (part.tag() == POINT_NAME) {
                for (Der.Element name : Der.all(part.content())) {
                    if (name.tag() == FULL_NAME) {
                        return Der.all(name.content()).stream()
                                .filter(one -> one.tag() == ADDRESS)
                                .map(Der::ascii)
                                .filter(one -> one.toLowerCase(Locale.ROOT).matches("https?://.+"))
                                .findFirst();
                    }
                }
            }
        }
        return Optional.empty();
    }
}
