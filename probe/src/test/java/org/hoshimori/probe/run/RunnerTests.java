package org.hoshimori.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.network.Reputation;
import org.hoshimori.probe.tls.Authorities;
import org.junit.jupiter.api.Test;

/// A target has so much time and no more.
class RunnerTests {

    @Test
    void aTargetThatTakesTooLongIsCutOffAndTheResultSaysSo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Settings settings =
                    new Settings(
                            Optional.empty(),
                            Authorities.none(),
                            "",
                            true,
                            true,
                            List.of(),
                            Reputation.NONE,
                            20,
                            List.of(),
                            60_000,
                            Duration.ofMillis(300),
                            64,
                            "test",
                            Clock.systemUTC());
            List<Observation> seen = new ArrayList<>();
            long start = System.nanoTime();
            new Runner(settings)
                    .run(
                            List.of(Target.parse("tls://127.0.0.1:" + silent.getLocalPort())),
                            seen::addAll);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
            assertThat(seen)
                    .filteredOn(o -> o.check().equals("probe.target"))
                    .singleElement()
                    .satisfies(o -> assertThat(o.outcome()).isEqualTo(new Outcome.TimedOut(300)));
        }
    }
}
