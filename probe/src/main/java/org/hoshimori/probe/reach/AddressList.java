package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names with everything below them, addresses, and blocks of addresses.
public final class AddressList {

    private final Set<String> names = new HashSet<>();
    private final Set<InetAddress> single = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();

    /// @param entries each a name, an address or a block such as `192.0.2.0/24`
    public AddressList(List<String> entries) {
        for (String entry : entries) {
            AddressRange.read(entry)
                    .ifPresentOrElse(
                            range -> {
                                if (range.whole()) {
                                    single.add(range.start());
                                } else {
                                    ranges.add(range);
                                }
                            },
                            () -> names.add(plain(entry)));
        }
    }

    /// Whether this very address is on it.
    public boolean holdsExactly(InetAddress address) {
        return single.contains(address);
    }

    /// Whether this address or a block around it is on it.
    public boolean holds(InetAddress address) {
        return holdsExactly(address) || ranges.stream().anyMatch(range -> range.holds(address));
    }

    /// Whether this name or one above it is on it.
    public boolean holds(String name) {
        for (String rest = plain(name); !rest.isEmpty(); rest = parent(rest)) {
            if (names.contains(rest)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static String parent(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }
}
