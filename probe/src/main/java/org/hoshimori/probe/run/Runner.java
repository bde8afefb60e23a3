package org.hoshimori.probe.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.ObservationJson;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.dns.Dns;
import org.hoshimori.probe.dns.Upstream;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Pace;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.tls.RevocationLists;

/// Looks at many targets at once; one that is slow or lies costs its own time only.
public final class Runner {

    /// So many targets that a thread of the system for each look costs nothing.
    private static final int FEW = 4;

    private final Settings settings;
    private final Reach reach;
    private final Optional<RevocationLists> lists;

    public Runner(Settings settings) {
        this.settings = settings;
        this.reach =
                new Reach(
                        new Guard(settings.allowPrivate(), settings.doNotProbe()),
                        new Pace(settings.perSecond(), 2 * settings.together()),
                        settings.patience());
        this.lists =
                settings.revocation() ? Optional.of(new Lists(settings, reach)) : Optional.empty();
    }

    /// Looks at all of them, and hands over each target's observations as soon as it is done,
    /// sorted by asset and check.
    ///
    /// @throws IOException when no resolver can be had
    public void run(List<Target> targets, Consumer<List<Observation>> sink) throws IOException {
        Semaphore places = new Semaphore(settings.together());
        Reach reach = this.reach.forFew(targets.size() <= FEW);
        try (ExecutorService threads = reach.threads()) {
            for (Target target : targets) {
                Upstream upstream = new Upstream(settings.resolver());
                if (Reach.literal(target.host()).isEmpty()) {
                    // Better no look at all than one in which every name fails.
                    upstream.resolver();
                }
                // One memory of answers for each target: nobody's answers reach another's result.
                Dns dns = new Dns(upstream);
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        List<Observation> seen =
                                sorted(new TargetLook(settings, reach, dns, lists, target).run());
                        synchronized (this) {
                            sink.accept(seen);
                        }
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private static List<Observation> sorted(List<Observation> observations) {
        List<Observation> sorted = new ArrayList<>(observations);
        sorted.sort(Runner::compare);
        return List.copyOf(sorted);
    }

    private static int compare(Observation one, Observation other) {
        int asset = one.asset().compareTo(other.asset());
        int check = asset == 0 ? one.check().compareTo(other.check()) : asset;
        return check == 0
                ? ObservationJson.write(one).compareTo(ObservationJson.write(other))
                : check;
    }
}
