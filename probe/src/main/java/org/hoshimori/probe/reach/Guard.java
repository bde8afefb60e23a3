package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides for each single connection whether its address may be contacted. It is asked with the
/// very address that is then connected to, so redirects and names that change their mind gain
/// nothing.
public final class Guard {

    private final boolean allowPrivate;
    private final Set<String> names;
    private final List<AddressRange> ranges;

    /// @param allowPrivate whether addresses that are not public are contacted too
    /// @param doNotProbe names (with everything below them), addresses and blocks never to contact
    public Guard(boolean allowPrivate, List<String> doNotProbe) {
        this.allowPrivate = allowPrivate;
        this.ranges =
                doNotProbe.stream().map(AddressRange::read).flatMap(Optional::stream).toList();
        this.names =
                doNotProbe.stream()
                        .filter(line -> AddressRange.read(line).isEmpty())
                        .map(Guard::plain)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// The entries of a do-not-probe file: one a line, `#` begins a comment.
    public static List<String> entries(String file) {
        return file.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// Why this address must not be contacted, or nothing.
    public Optional<String> refuses(InetAddress address) {
        if (ranges.stream().anyMatch(range -> range.holds(address))) {
            return Optional.of("on the do-not-probe list");
        }
        return allowPrivate
                ? Optional.empty()
                : SpecialAddresses.why(address)
                        .map(why -> address.getHostAddress() + " is not a public address: " + why);
    }

    /// Why this name must not be asked about, or nothing.
    public Optional<String> refuses(String name) {
        for (String rest = plain(name); !rest.isEmpty(); rest = parent(rest)) {
            if (names.contains(rest)) {
                return Optional.of("on the do-not-probe list");
            }
        }
        return Optional.empty();
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
