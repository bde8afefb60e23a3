package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// A block of addresses, such as `10.0.0.0/8` or `2001:db8::/32`.
///
/// @param bits how many leading bits are fixed
record AddressRange(InetAddress start, int bits) {

    /// Reads a block, or a single address.
    static Optional<AddressRange> read(String text) {
        String[] parts = text.split("/", 2);
        Optional<InetAddress> address = literal(parts[0]);
        if (address.isEmpty() || parts.length == 2 && !parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int most = address.get().getAddress().length * 8;
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
        return bits > most ? Optional.empty() : Optional.of(new AddressRange(address.get(), bits));
    }

    /// An address written as digits; a name is never looked up.
    static Optional<InetAddress> literal(String text) {
        boolean four = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!four && !(text.contains(":") && text.matches("[0-9a-fA-F:.]{2,45}"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static AddressRange of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /// Whether it is a single address.
    boolean whole() {
        return bits == start.getAddress().length * 8;
    }

    boolean holds(InetAddress address) {
        byte[] here = address.getAddress();
        byte[] there = start.getAddress();
        if (here.length != there.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((here[bit / 8] & mask) != (there[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /// The network an address is paced with: its /24, or its /48 for IPv6.
    static AddressRange around(InetAddress address) {
        byte[] bytes = address.getAddress();
        int kept = bytes.length == 4 ? 3 : 6;
        for (int i = kept; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        try {
            return new AddressRange(InetAddress.getByAddress(bytes), kept * 8);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
