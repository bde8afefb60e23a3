package org.hoshimori.probe.run;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.Upstream;
import org.hoshimori.probe.http.HttpExchange;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.tls.RevocationLists;

/// The revocation lists of one run. Each is fetched once, whoever asks first, and in a time of its
/// own: a target that is cut off leaves nothing half done for the next.
final class Lists implements RevocationLists {

    /// Authorities keep theirs below a megabyte or two (Baseline Requirements ask for partitions).
    private static final int MOST = 4 << 20;

    /// What all of one run may weigh; beyond it no more are fetched.
    private static final int MOST_TOGETHER = 64 << 20;

    private final Settings settings;
    private final Reach reach;
    private final Map<String, FutureTask<Answer>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger weight = new AtomicInteger();

    Lists(Settings settings, Reach reach) {
        this.settings = settings;
        this.reach = reach;
    }

    @Override
    public Answer at(String address) {
        FutureTask<Answer> task =
                asked.computeIfAbsent(
                        address,
                        _ -> {
                            FutureTask<Answer> fetching = new FutureTask<>(() -> fetch(address));
                            Thread.ofVirtual().start(fetching);
                            return fetching;
                        });
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missed("stopped");
        } catch (ExecutionException e) {
            throw new IllegalStateException("fetching a list", e);
        }
    }

    private Answer fetch(String address) {
        if (weight.get() > MOST_TOGETHER) {
            return new Missed("the lists of this run weigh too much already");
        }
        try {
            Dns dns = new Dns(new Upstream(settings.resolver()));
            Octets list = new HttpExchange(reach, dns).content(URI.create(address), MOST);
            weight.addAndGet(list.size());
            return new Had(list);
        } catch (IOException | Malformed | IllegalArgumentException e) {
            return new Missed(String.valueOf(e.getMessage()));
        }
    }
}
