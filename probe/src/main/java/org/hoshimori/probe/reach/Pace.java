package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// How often connections are begun: so many a second to one host, and four times as many to its
/// network. Waiting happens in the order of asking. One's own machine is not paced.
public final class Pace {

    private static final int NETWORK_SHARE = 4;

    private final long hostGap;
    private final Map<Object, Long> next = new ConcurrentHashMap<>();

    /// @param perSecond most connections a second to one host, at least 1
    public Pace(int perSecond) {
        this.hostGap = TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
    }

    /// Waits for the turn of a connection to this address.
    void await(InetAddress address) throws InterruptedException {
        if (address.isLoopbackAddress()) {
            return;
        }
        long now = System.nanoTime();
        long turn =
                Math.max(
                        book(address, hostGap, now),
                        book(AddressRange.around(address), hostGap / NETWORK_SHARE, now));
        if (turn > now) {
            TimeUnit.NANOSECONDS.sleep(turn - now);
        }
    }

    /// Takes the next free moment for this key.
    private long book(Object key, long gap, long now) {
        return next.merge(key, now + gap, (planned, fresh) -> Math.max(planned, now) + gap) - gap;
    }
}
