package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/// Decides for each single connection whether its address may be contacted. It is asked with the
/// very address that is then connected to, so redirects and names that change their mind gain
/// nothing.
public final class Guard {

    private static final String LISTED = "on the do-not-probe list";

    private final boolean allowPrivate;
    private final AddressList doNotProbe;

    /// @param allowPrivate whether addresses that are not public are contacted too
    /// @param doNotProbe names (with everything below them), addresses and blocks never to contact
    public Guard(boolean allowPrivate, List<String> doNotProbe) {
        this.allowPrivate = allowPrivate;
        this.doNotProbe = new AddressList(doNotProbe);
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
        if (doNotProbe.holds(address)) {
            return Optional.of(LISTED);
        }
        return allowPrivate
                ? Optional.empty()
                : SpecialAddresses.why(address)
                        .map(why -> address.getHostAddress() + " is not a public address: " + why);
    }

    /// Why this name must not be asked about, or nothing.
    public Optional<String> refuses(String name) {
        return doNotProbe.holds(name) ? Optional.of(LISTED) : Optional.empty();
    }
}
