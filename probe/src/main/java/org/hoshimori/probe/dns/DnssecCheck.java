package org.hoshimori.probe.dns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;
import org.hoshimori.probe.Sight;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import org.xbill.DNS.dnssec.ValidatingResolver;

/// Whether the domain's records are signed, and validate from the root or a given anchor (RFC
/// 4035).
public final class DnssecCheck implements DomainCheck {

    /// The root's key-signing keys of 2017 and 2024, as IANA publishes them.
    public static final String ROOT =
            """
            . IN DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D
            . IN DS 38696 8 2 683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16
            """;

    private final String anchors;
    private final Clock clock;

    /// @param anchors DS or DNSKEY records in zone file form
    public DnssecCheck(String anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "dns.dnssec";
    }

    @Override
    public String standard() {
        return "RFC 4035";
    }

    @Override
    public Sight look(String domain, Dns dns) {
        try {
            ValidatingResolver validator = validator(dns);
            Name name = Name.fromString(domain, Name.root);
            Message soa = send(validator, name, Type.SOA);
            List<Proof> proof =
                    new ArrayList<>(List.of(Proof.of("dns", domain + " SOA", soa.toWire())));
            if (soa.getHeader().getRcode() == Rcode.NXDOMAIN) {
                return new Sight(id(), standard(), domain, new Outcome.Absent(), proof);
            }
            String reason = reason(soa);
            boolean failed = soa.getHeader().getRcode() == Rcode.SERVFAIL;
            if (failed && !answersUnchecked(dns, name)) {
                return new Sight(
                        id(),
                        standard(),
                        domain,
                        new Outcome.Inconclusive("the resolver answered SERVFAIL: " + reason),
                        proof);
            }
            boolean secure = soa.getHeader().getFlag(Flags.AD);
            Message keys = dns.upstream().send(query(name, Type.DNSKEY));
            proof.add(Proof.of("dns", domain + " DNSKEY", keys.toWire()));
            Facts facts =
                    facts(keys, dns.upstream().send(query(name, Type.NSEC3PARAM)))
                            .put("status", failed ? "bogus" : secure ? "secure" : "insecure")
                            .put("reason", reason)
                            .done();
            return Sight.seen(id(), standard(), domain, facts, proof);
        } catch (IOException e) {
            return new Sight(
                    id(),
                    standard(),
                    domain,
                    Unsettled.by(
                            new Answer.Failed(
                                    String.valueOf(e.getMessage()),
                                    String.valueOf(e.getMessage()).contains("imed out"))),
                    List.of());
        }
    }

    /// Whether an answer for this name validates; what DANE stands on (RFC 7672, section 2.2).
    public boolean secure(String name, int type, Dns dns) {
        try {
            Message answer = send(validator(dns), Name.fromString(name, Name.root), type);
            return answer.getHeader().getFlag(Flags.AD)
                    && answer.getHeader().getRcode() == Rcode.NOERROR;
        } catch (IOException e) {
            return false;
        }
    }

    private ValidatingResolver validator(Dns dns) throws IOException {
        ValidatingResolver validator = new ValidatingResolver(dns.upstream(), clock);
        validator.loadTrustAnchors(
                new ByteArrayInputStream(anchors.getBytes(StandardCharsets.US_ASCII)));
        validator.setTimeout(Duration.ofSeconds(8));
        return validator;
    }

    private static Message query(Name name, int type) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.addRecord(
                new org.xbill.DNS.OPTRecord(1232, 0, 0, org.xbill.DNS.ExtendedFlags.DO),
                Section.ADDITIONAL);
        return query;
    }

    private static Message send(ValidatingResolver validator, Name name, int type)
            throws IOException {
        return validator.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
    }

    /// Whether records and keys are there when nobody checks them: then it is the check that fails,
    /// and not some server. An upstream that validates itself gives them with checking disabled.
    private static boolean answersUnchecked(Dns dns, Name name) throws IOException {
        for (int type : new int[] {Type.SOA, Type.DNSKEY}) {
            Message query = query(name, type);
            query.getHeader().setFlag(Flags.CD);
            if (dns.upstream().send(query).getHeader().getRcode() != Rcode.NOERROR) {
                return false;
            }
        }
        return true;
    }

    private static String reason(Message message) {
        return message.getSectionRRsets(Section.ADDITIONAL).stream()
                .filter(set -> set.getDClass() == ValidatingResolver.VALIDATION_REASON_QCLASS)
                .map(RRset::first)
                .map(record -> String.join("", ((org.xbill.DNS.TXTRecord) record).getStrings()))
                .findFirst()
                .orElse("");
    }

    private Facts.Writer facts(Message keys, Message denial) {
        Set<String> algorithms = new TreeSet<>();
        long soonest = Long.MAX_VALUE;
        for (Record record : keys.getSection(Section.ANSWER)) {
            if (record instanceof DNSKEYRecord key) {
                algorithms.add(DNSSEC.Algorithm.string(key.getAlgorithm()));
            } else if (record instanceof RRSIGRecord signature) {
                soonest =
                        Math.min(
                                soonest,
                                Duration.between(Instant.now(clock), signature.getExpire())
                                        .toHours());
            }
        }
        int iterations = 0;
        for (Record record : denial.getSection(Section.ANSWER)) {
            if (record instanceof NSEC3PARAMRecord parameters) {
                iterations = Math.max(iterations, parameters.getIterations());
            }
        }
        Facts.Writer facts =
                Facts.write()
                        .put("algorithms", algorithms)
                        .put("nsec3_iterations", iterations)
                        .put("weak_algorithm", algorithms.stream().anyMatch(DnssecCheck::weak));
        return soonest == Long.MAX_VALUE ? facts : facts.put("signature_hours_left", soonest);
    }

    /// MUST NOT or not recommended for signing (RFC 9905).
    private static boolean weak(String algorithm) {
        return Set.of(
                        "RSAMD5",
                        "DSA",
                        "RSASHA1",
                        "DSA-NSEC3-SHA1",
                        "RSA-NSEC3-SHA1",
                        "NSEC3RSASHA1",
                        "ECC-GOST")
                .contains(algorithm);
    }
}
