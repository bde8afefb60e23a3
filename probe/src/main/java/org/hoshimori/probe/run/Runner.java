package org.hoshimori.probe.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
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
        sorted.sort(
                Comparator.comparing(Observation::asset)
                        .thenComparing(Observation::check)
                        .thenComparing(ObservationJson::write));
        return List.copyOf(sorted);
    }
}
