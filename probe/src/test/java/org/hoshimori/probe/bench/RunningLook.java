package org.hoshimori.probe.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Malformed;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.dns.DnssecCheck;
import org.hoshimori.probe.fleet.RunningFleet;
import org.hoshimori.probe.network.Reputation;
import org.hoshimori.probe.run.Runner;
import org.hoshimori.probe.run.Settings;
import org.hoshimori.probe.tls.Authorities;

/// One host after the other by a process that already runs, as a server or any user of the library
/// has it, beside sslscan and beside the command in the same minutes.
final class RunningLook {

    /// Of all ages.
    private static final List<String> KINDS =
            List.of(
                    "tls-modern",
                    "tls-13-only",
                    "tls-12-only",
                    "tls-10",
                    "triple-des",
                    "static-rsa",
                    "self-signed",
                    "short-key");

    private static final int WARM = 10;
    private static final int ROUNDS = 7;

    private RunningLook() {}

    static void print(RunningFleet fleet, OurProbe command, String how) throws Exception {
        Settings settings = settings(fleet.authority());
        for (int i = 0; i < WARM; i++) {
            for (String kind : KINDS) {
                look(settings, fleet.port(kind));
            }
        }
        long[] running = new long[KINDS.size() * ROUNDS];
        long[] cold = new long[running.length];
        long[] theirs = new long[running.length];
        int at = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String kind : KINDS) {
                int port = fleet.port(kind);
                theirs[at] = FleetBench.time(() -> Sslscan.scan(port));
                running[at] = FleetBench.time(() -> look(settings, port));
                cold[at++] =
                        FleetBench.time(
                                () -> command.run(List.of("tls://127.0.0.1:" + port), List.of()));
            }
        }
        row("running process", how, running, theirs);
        row("the command, its start included", how, cold, theirs);
    }

    private static void row(String what, String how, long[] ours, long[] theirs) {
        System.out.printf(
                "| one host of %d kinds, %s%s, median of %d | %d ms | | %d ms | %.1f × |%n",
                KINDS.size(),
                what,
                how,
                ours.length,
                at(ours, 50),
                at(theirs, 50),
                (double) at(theirs, 50) / at(ours, 50));
        System.out.printf(
                "| the same, 95 of 100 within | %d ms | | %d ms | %.1f × |%n",
                at(ours, 95), at(theirs, 95), (double) at(theirs, 95) / at(ours, 95));
    }

    private static long at(long[] all, int percent) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static int look(Settings settings, int port) throws IOException, Malformed {
        int[] seen = {0};
        new Runner(settings)
                .run(
                        List.of(Target.parse("tls://127.0.0.1:" + port)),
                        (List<Observation> all) -> seen[0] = all.size());
        return seen[0];
    }

    private static Settings settings(Path authority) throws IOException, CertificateException {
        return new Settings(
                Optional.empty(),
                Authorities.read(Files.readAllBytes(authority)),
                DnssecCheck.ROOT,
                true,
                true,
                List.of(),
                Reputation.NONE,
                20,
                List.of(),
                10_000,
                Settings.MOST,
                64,
                "bench",
                Clock.systemUTC());
    }
}
