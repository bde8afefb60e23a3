package org.hoshimori.probe.tls;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/// A path that holds.
///
/// @param certificates from the server's up, without the anchor
/// @param at when it was judged
record HeldPath(List<X509Certificate> certificates, TrustAnchor anchor, Date at) {
    HeldPath {
        certificates = List.copyOf(certificates);
    }

    /// Who may have signed lists about it: its authorities, and whoever else the server presents.
    List<X509Certificate> issuers(Collection<X509Certificate> presented) {
        List<X509Certificate> all = new ArrayList<>(presented);
        all.addAll(certificates);
        all.remove(certificates.getFirst());
        all.add(anchor.getTrustedCert());
        return all.stream().distinct().toList();
    }
}
