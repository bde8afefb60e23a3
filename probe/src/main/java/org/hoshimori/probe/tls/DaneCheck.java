package org.hoshimori.probe.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hoshimori.probe.Endpoint;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.hoshimori.probe.dns.Answer;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.DnssecCheck;
import org.hoshimori.probe.dns.Unsettled;
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.Type;

/// Whether an exchanger's TLSA records are signed and fit the chain it presents (RFC 6698, 7672).
public final class DaneCheck {

    private static final String ID = "mail.dane";
    private static final String STANDARD = "RFC 7672";

    private final Dns dns;
    private final DnssecCheck dnssec;

    public DaneCheck(Dns dns, DnssecCheck dnssec) {
        this.dns = dns;
        this.dnssec = dnssec;
    }

    public Sight look(Endpoint endpoint, List<Octets> chain) {
        String name = "_" + endpoint.service().port() + "._tcp." + endpoint.host();
        Answer answer = dns.ask(name, Type.TLSA);
        List<Proof> proof = Dns.proof(name, answer);
        if (answer instanceof Answer.Failed failed) {
            return new Sight(ID, STANDARD, endpoint.asset(), Unsettled.by(failed), proof);
        }
        List<TLSARecord> records = new ArrayList<>();
        answer.all().forEach(record -> records.add((TLSARecord) record));
        if (records.isEmpty()) {
            return new Sight(ID, STANDARD, endpoint.asset(), new Outcome.Absent(), proof);
        }
        boolean secure = dnssec.secure(name, Type.TLSA, dns);
        // Usages 0 and 1 mean nothing for mail (RFC 7672, section 3.1.3).
        List<TLSARecord> usable =
                records.stream()
                        .filter(r -> r.getCertificateUsage() == 2 || r.getCertificateUsage() == 3)
                        .toList();
        Facts.Writer facts =
                Facts.write()
                        .put("records", records.stream().map(TLSARecord::rdataToString).toList())
                        .put("secure", secure)
                        .put("usable", !usable.isEmpty())
                        .put("chain_seen", !chain.isEmpty());
        if (!chain.isEmpty()) {
            boolean matches = usable.stream().anyMatch(record -> matches(record, chain));
            facts.put("matches", matches).put("valid", secure && matches);
        }
        return Sight.seen(ID, STANDARD, endpoint.asset(), facts.done(), proof);
    }

    static boolean matches(TLSARecord record, List<Octets> chain) {
        List<Octets> candidates = record.getCertificateUsage() == 3 ? chain.subList(0, 1) : chain;
        return candidates.stream()
                .anyMatch(certificate ->
                        Arrays.equals(
                                digest(record, certificate),
                                record.getCertificateAssociationData()));
    }

    private static byte[] digest(TLSARecord record, Octets certificate) {
        try {
            byte[] chosen = certificate.toArray();
            if (record.getSelector() == 1) {
                X509Certificate parsed =
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(new ByteArrayInputStream(chosen));
                chosen = parsed.getPublicKey().getEncoded();
            }
            return switch (record.getMatchingType()) {
                case 1 -> MessageDigest.getInstance("SHA-256").digest(chosen);
                case 2 -> MessageDigest.getInstance("SHA-512").digest(chosen);
                default -> chosen;
            };
        } catch (GeneralSecurityException e) {
            return new byte[0];
        }
    }
}
