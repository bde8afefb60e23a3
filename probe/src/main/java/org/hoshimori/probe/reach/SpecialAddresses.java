package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Addresses that are not on the public internet, by the IANA special-purpose registries (RFC 6890
/// and its updates). Addresses that carry an IPv4 address inside are judged by that one too.
public final class SpecialAddresses {

    private static final Map<AddressRange, String> RANGES = new LinkedHashMap<>();

    static {
        put("0.0.0.0/8", "this network (RFC 791)");
        put("10.0.0.0/8", "private (RFC 1918)");
        put("100.64.0.0/10", "carrier-grade NAT (RFC 6598)");
        put("127.0.0.0/8", "loopback (RFC 1122)");
        put("169.254.0.0/16", "link-local (RFC 3927)");
        put("172.16.0.0/12", "private (RFC 1918)");
        put("192.0.0.0/24", "protocol assignments (RFC 6890)");
        put("192.0.2.0/24", "documentation (RFC 5737)");
        put("192.31.196.0/24", "AS112 (RFC 7535)");
        put("192.52.193.0/24", "AMT (RFC 7450)");
        put("192.88.99.0/24", "6to4 relay (RFC 7526)");
        put("192.168.0.0/16", "private (RFC 1918)");
        put("192.175.48.0/24", "AS112 (RFC 7534)");
        put("198.18.0.0/15", "benchmarking (RFC 2544)");
        put("198.51.100.0/24", "documentation (RFC 5737)");
        put("203.0.113.0/24", "documentation (RFC 5737)");
        put("224.0.0.0/4", "multicast (RFC 5771)");
        put("240.0.0.0/4", "reserved (RFC 1112)");
        put("::/128", "unspecified (RFC 4291)");
        put("::1/128", "loopback (RFC 4291)");
        put("100::/64", "discard-only (RFC 6666)");
        put("100:0:0:1::/64", "dummy prefix (RFC 9780)");
        put("2001::/23", "protocol assignments (RFC 2928)");
        put("2001:db8::/32", "documentation (RFC 3849)");
        put("2620:4f:8000::/48", "AS112 (RFC 7534)");
        put("3fff::/20", "documentation (RFC 9637)");
        put("5f00::/16", "segment routing (RFC 9602)");
        put("fc00::/7", "unique local (RFC 4193)");
        put("fe80::/10", "link-local (RFC 4291)");
        put("fec0::/10", "site-local (RFC 3879)");
        put("ff00::/8", "multicast (RFC 4291)");
    }

    private SpecialAddresses() {}

    private static void put(String range, String why) {
        RANGES.put(AddressRange.of(range), why);
    }

    /// Why this address is not public, or nothing when it is.
    public static Optional<String> why(InetAddress address) {
        Optional<String> direct =
                RANGES.entrySet().stream()
                        .filter(entry -> entry.getKey().holds(address))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (direct.isPresent()) {
            return direct;
        }
        byte[] bytes = address.getAddress();
        if (bytes.length == 16) {
            Optional<InetAddress> inner = inside(bytes);
            if (inner.isPresent()) {
                return why(inner.get()).map(why -> "carries an IPv4 address: " + why);
            }
            // Global unicast is 2000::/3; all else is reserved. 64:ff9b::/96 was handled above.
            if ((bytes[0] & 0xe0) != 0x20) {
                return Optional.of("reserved (RFC 4291)");
            }
        }
        return Optional.empty();
    }

    /// The IPv4 address inside a mapped, compatible, translated (RFC 6052), local-translated (RFC
    /// 8215), 6to4 (RFC 3056) or ISATAP (RFC 5214) address.
    private static Optional<InetAddress> inside(byte[] b) {
        boolean tenZeros = zeros(b, 0, 10);
        if (tenZeros && b[10] == -1 && b[11] == -1
                || zeros(b, 0, 12)
                || zeros(b, 0, 8) && b[8] == -1 && b[9] == -1) {
            return four(b, 12);
        }
        if (b[0] == 0 && b[1] == 0x64 && b[2] == (byte) 0xff && b[3] == (byte) 0x9b) {
            return four(b, 12);
        }
        if (b[0] == 0x20 && b[1] == 0x02) {
            return four(b, 2);
        }
        if ((b[8] & 0xfd) == 0 && b[9] == 0 && b[10] == 0x5e && b[11] == (byte) 0xfe) {
            return four(b, 12);
        }
        return Optional.empty();
    }

    private static boolean zeros(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InetAddress> four(byte[] bytes, int from) {
        try {
            return Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
