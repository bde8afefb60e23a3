package org.hoshimori.probe.fleet;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;

/// Signs a zone of the fleet, or signs it badly.
final class Signing {

    private Signing() {}

    /// @param how `good`, `broken`, `weak` (with SHA-1), or `expiring` tomorrow
    /// @return the anchor line for the zone's key
    static String sign(Zone zone, Name apex, String how) throws Exception {
        boolean weak = how.equals("weak");
        KeyPairGenerator generator = KeyPairGenerator.getInstance(weak ? "RSA" : "EC");
        generator.initialize(weak ? 2048 : 256);
        KeyPair pair = generator.generateKeyPair();
        DNSKEYRecord key =
                new DNSKEYRecord(
                        apex,
                        DClass.IN,
                        300,
                        257,
                        DNSKEYRecord.Protocol.DNSSEC,
                        weak ? DNSSEC.Algorithm.RSASHA1 : DNSSEC.Algorithm.ECDSAP256SHA256,
                        pair.getPublic());
        zone.add(key);
        Instant now = Instant.now();
        for (Name name : List.copyOf(zone.names())) {
            if (!name.subdomain(apex)) {
                continue;
            }
            Map<Integer, RRset> sets = new HashMap<>();
            for (Record record : new ArrayList<>(zone.at(name))) {
                sets.computeIfAbsent(record.getType(), _ -> new RRset()).addRR(record);
            }
            for (RRset set : sets.values()) {
                RRSIGRecord signature =
                        DNSSEC.sign(
                                set,
                                key,
                                pair.getPrivate(),
                                now.minus(Duration.ofHours(1)),
                                now.plus(Duration.ofDays(how.equals("expiring") ? 1 : 10)));
                zone.add(
                        how.equals("broken") && set.getType() != org.xbill.DNS.Type.DNSKEY
                                ? forged(signature)
                                : signature);
            }
        }
        return apex
                + " IN DNSKEY "
                + key.rdataToString().replaceAll("\\(|\\)|;.*", "").replaceAll("\\s+", " ");
    }

    private static RRSIGRecord forged(RRSIGRecord good) {
        byte[] bytes = good.getSignature().clone();
        bytes[10] ^= 1;
        return new RRSIGRecord(
                good.getName(),
                good.getDClass(),
                good.getTTL(),
                good.getTypeCovered(),
                good.getAlgorithm(),
                good.getOrigTTL(),
                good.getExpire(),
                good.getTimeSigned(),
                good.getFootprint(),
                good.getSigner(),
                bytes);
    }
}
