package org.hoshimori.probe.reach;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// How often connections are begun and how many there are at once: so many a second to one host,
/// and four times as many to its network; one's own machine is not paced. Waiting happens in the
/// order of asking, and before a connection's own time begins: however many hosts are looked at,
/// each has the patience it would have alone.
public final class Pace {

    private static final int NETWORK_SHARE = 4;

    /// Connections at once where nobody says otherwise.
    private static final int USUAL = 256;

    private final long hostGap;
    private final Semaphore places;
    private final Map<Object, Long> next = new ConcurrentHashMap<>();

    /// @param perSecond most connections a second to one host, at least 1
    public Pace(int perSecond) {
        this(perSecond, USUAL);
    }

    /// @param atOnce most connections at the same time, to all hosts together
    public Pace(int perSecond, int atOnce) {
        this.places = new Semaphore(Math.max(1, atOnce), true);
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

    /// Takes a place among the connections that exist at once; whoever takes it must [#leave].
    void enter() throws InterruptedException {
        places.acquire();
    }

    void leave() {
        places.release();
    }

    /// Takes the next free moment for this key.
    private long book(Object key, long gap, long now) {
        return next.merge(key, now + gap, (planned, fresh) -> Math.max(planned, now) + gap) - gap;
    }
}
