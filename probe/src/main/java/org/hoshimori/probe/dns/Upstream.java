package org.hoshimori.probe.dns;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/// The recursive resolver that is asked, made when it is first needed: a look at a bare address
/// needs none, and reading the system's settings takes as long as several questions.
public final class Upstream {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Optional<InetSocketAddress> at;
    private @Nullable Resolver made;

    /// @param at where it is; the system's own when empty
    public Upstream(Optional<InetSocketAddress> at) {
        this.at = at;
    }

    Upstream(Resolver made) {
        this(Optional.empty());
        this.made = made;
    }

    /// @throws IOException when none can be had
    public synchronized Resolver resolver() throws IOException {
        Resolver known = made;
        if (known == null) {
            known = at.isPresent() ? new SimpleResolver(at.get()) : new ExtendedResolver();
            known.setTimeout(PATIENCE);
            known.setEDNS(0, 1232, 0);
            made = known;
        }
        return known;
    }
}
