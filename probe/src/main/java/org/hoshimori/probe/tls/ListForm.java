package org.hoshimori.probe.tls;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Where revocation lists depart from the form that their issuer owes (RFC 5280, 4.2.1.3 and 5.2),
/// for which strict clients do not rely on them.
final class ListForm {

    private static final String NUMBER = "2.5.29.20";
    private static final int SIGNS_LISTS = 6;

    private ListForm() {}

    /// One word for each fault that any of the lists has, sorted.
    ///
    /// @param issuers the certificates that may have signed them
    static List<String> faults(Collection<X509CRL> lists, Collection<X509Certificate> issuers) {
        Set<String> faults = new TreeSet<>();
        for (X509CRL list : lists) {
            Set<String> critical = list.getCriticalExtensionOIDs();
            if (list.getExtensionValue(NUMBER) == null
                    || critical != null && critical.contains(NUMBER)) {
                faults.add("number");
            }
            if (list.getNextUpdate() == null) {
                faults.add("next-update");
            }
            if (!mayIssue(list, issuers)) {
                faults.add("issuer");
            }
        }
        return List.copyOf(faults);
    }

    /// Whether a certificate of the issuer's name may sign lists, or none is known. The JDK does
    /// not ask that of an anchor.
    static boolean mayIssue(X509CRL list, Collection<X509Certificate> issuers) {
        List<X509Certificate> named =
                issuers.stream()
                        .filter(one ->
                                one.getSubjectX500Principal().equals(list.getIssuerX500Principal()))
                        .toList();
        return named.isEmpty()
                || named.stream()
                        .map(X509Certificate::getKeyUsage)
                        .anyMatch(usage -> usage == null || usage[SIGNS_LISTS]);
    }
}
