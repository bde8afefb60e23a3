package org.hoshimori.probe.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;

/// Whether the lists that the certificates of a path name revoke one of them (RFC 5280, section
/// 6.3). A list that cannot be had, or relied on, says nothing and is never a finding.
final class RevocationCheck {

    private static final String ID = "tls.revocation";
    private static final String STANDARD = "RFC 5280";

    /// A list of 4 MiB unfolds to tens of megabytes: few are opened at a time.
    private static final Semaphore OPEN = new Semaphore(2);

    private final RevocationLists lists;

    RevocationCheck(RevocationLists lists) {
        this.lists = lists;
    }

    /// Absent when no certificate of the path names a list.
    Sight look(Endpoint endpoint, HeldPath path, List<X509Certificate> presented) {
        Set<String> wanted = new TreeSet<>();
        path.certificates().forEach(one -> wanted.addAll(ListAddresses.of(one)));
        if (wanted.isEmpty()) {
            return new Sight(ID, STANDARD, endpoint.asset(), new Outcome.Absent(), List.of());
        }
        Map<String, byte[]> had = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        for (String address : wanted) {
            switch (lists.at(address)) {
                case RevocationLists.Had(var list) -> had.put(address, list.toArray());
                case RevocationLists.Missed(String why) -> missed.add(address + ": " + why);
            }
        }
        OPEN.acquireUninterruptibly();
        try {
            return judge(endpoint, path, presented, had, missed);
        } finally {
            OPEN.release();
        }
    }

    private static Sight judge(
            Endpoint endpoint,
            HeldPath path,
            List<X509Certificate> presented,
            Map<String, byte[]> had,
            List<String> missed) {
        List<X509CRL> lists = new ArrayList<>();
        List<Proof> proof = new ArrayList<>();
        had.forEach((address, bytes) -> {
            try {
                lists.add(
                        (X509CRL)
                                CertificateFactory.getInstance("X.509")
                                        .generateCRL(new ByteArrayInputStream(bytes)));
                proof.add(Proof.of("crl", address, bytes));
            } catch (GeneralSecurityException e) {
                missed.add(address + ": not a revocation list");
            }
        });
        Outcome outcome;
        try {
            outcome =
                    outcome(
                            path,
                            Revocation.judge(path, lists, presented),
                            lists.size(),
                            ListForm.faults(lists, path.issuers(presented)),
                            missed);
        } catch (GeneralSecurityException e) {
            outcome = new Outcome.Inconclusive("the lists cannot be judged: " + e.getMessage());
        }
        return new Sight(ID, STANDARD, endpoint.asset(), outcome, proof);
    }

    private static Outcome outcome(
            HeldPath path,
            Revocation.Judged judged,
            int lists,
            List<String> form,
            List<String> missed) {
        if (judged.revoked().isEmpty() && judged.unknown().contains(0) && form.isEmpty()) {
            return new Outcome.Inconclusive(
                    missed.isEmpty() ? "no list that can be relied on" : String.join("; ", missed));
        }
        return new Outcome.Seen(
                Facts.write()
                        .put("revoked", judged.revoked().isPresent())
                        .put(
                                "revoked_subject",
                                judged.revoked()
                                        .map(one -> one.getSubjectX500Principal().getName())
                                        .orElse(""))
                        .put("why", judged.why())
                        .put("lists", lists)
                        .put("list_form", form)
                        .put("missed", missed)
                        .put(
                                "unknown",
                                judged.unknown().stream()
                                        .sorted()
                                        .map(i ->
                                                path.certificates()
                                                        .get(i)
                                                        .getSubjectX500Principal()
                                                        .getName())
                                        .toList())
                        .done());
    }
}
