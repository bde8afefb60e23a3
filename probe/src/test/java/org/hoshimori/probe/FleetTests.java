package org.hoshimori.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.fleet.Hosts;
import org.hoshimori.probe.fleet.NameServer;
import org.hoshimori.probe.fleet.RunningFleet;
import org.hoshimori.probe.network.Reputation;
import org.hoshimori.probe.rating.RatedFindings;
import org.hoshimori.probe.run.Runner;
import org.hoshimori.probe.run.Settings;
import org.hoshimori.probe.tls.Authorities;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The probe against servers that are really misconfigured, with what is wrong with them in
/// `fleet.yaml`.
class FleetTests {

    private static final Map<String, List<Observation>> SEEN = new ConcurrentSkipListMap<>();
    private static final Map<String, List<Observation>> ALONE = new ConcurrentSkipListMap<>();
    private static final Set<String> HOSTILE = Set.of("silent", "endless", "drip", "garbage");

    private static final String SILENT = "silent";

    /// Milliseconds for a connection: a good host answers in a tenth of it on the busiest machine.
    private static final int PATIENCE = 30_000;

    /// What the silent host costs.
    private static final int LITTLE_PATIENCE = 5_000;

    /// How many runs look at one host after the other, side by side.
    private static final int LANES = 4;

    private static long elapsed;

    @BeforeAll
    static void lookAtAllOfThemAtOnceAndAtEachAlone(@TempDir Path folder) throws Exception {
        try (RunningFleet fleet = new RunningFleet(folder);
                NameServer names = new NameServer(fleet.tlsa())) {
            long start = System.nanoTime();
            // Runs that know nothing of each other: beside the crowd, others each look at one host
            // after the other, and one waits for the host that never answers.
            List<Callable<Void>> runs = new ArrayList<>();
            List<Host> silent = only(SILENT::equals);
            runs.add(() -> look(fleet, names, PATIENCE, 16, SEEN, only(id -> !SILENT.equals(id))));
            runs.add(() -> look(fleet, names, LITTLE_PATIENCE, 16, SEEN, silent));
            for (int lane = 0; lane < LANES; lane++) {
                List<Host> hosts = alone(lane);
                runs.add(() -> look(fleet, names, PATIENCE, 1, ALONE, hosts));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Void> run : threads.invokeAll(runs)) {
                    run.get();
                }
            }
            elapsed = (System.nanoTime() - start) / 1_000_000;
        }
    }

    /// Every so many of those that end.
    private static List<Host> alone(int lane) {
        List<Host> ending = only(id -> !HOSTILE.contains(id));
        return IntStream.range(0, ending.size())
                .filter(i -> i % LANES == lane)
                .mapToObj(ending::get)
                .toList();
    }

    private static List<Host> only(Predicate<String> which) {
        return Hosts.all().stream().filter(host -> which.test(host.id())).toList();
    }

    private static Void look(
            RunningFleet fleet,
            NameServer names,
            int patience,
            int together,
            Map<String, List<Observation>> into,
            List<Host> hosts)
            throws Exception {
        List<Target> targets = new ArrayList<>();
        Map<String, String> ids = new TreeMap<>();
        for (Host host : hosts) {
            String given = fleet.target(host);
            ids.put(given, host.id());
            targets.add(Target.parse(given));
        }
        Settings settings =
                new Settings(
                        Optional.of(
                                new InetSocketAddress(
                                        InetAddress.getLoopbackAddress(), names.port())),
                        Authorities.read(Files.readAllBytes(fleet.authority())),
                        names.anchors(),
                        true,
                        true,
                        List.of(),
                        new Reputation(List.of(Reputation.Feed.read("list", "listed.test"))),
                        20,
                        List.of(
                                new Settings.Port(names.port(), Protocol.DNS),
                                new Settings.Port(fleet.port("mx"), Protocol.SMTP),
                                new Settings.Port(fleet.port("sts-policy"), Protocol.HTTPS)),
                        patience,
                        Settings.MOST,
                        together,
                        "test",
                        Clock.systemUTC());
        new Runner(settings)
                .run(targets, seen -> into.put(ids.get(seen.getFirst().target()), seen));
        return null;
    }

    @AfterAll
    static void tell() {
        if (Boolean.getBoolean("fleet.tell")) {
            System.out.println(SEEN.size() + " hosts in " + elapsed + " ms");
            ALONE.entrySet().stream()
                    .sorted(java.util.Comparator.comparing(e -> -longest(e.getValue())))
                    .limit(12)
                    .forEach(e -> System.out.println(e.getKey() + " " + longest(e.getValue())));
        }
    }

    private static long longest(List<Observation> seen) {
        return seen.stream().mapToLong(Observation::millis).max().orElse(0);
    }

    @Test
    void everyHostFailsExactlyTheRulesOfItsLabel() {
        List<String> wrong = new ArrayList<>();
        for (Host host : Hosts.all()) {
            Set<String> expected = new TreeSet<>(host.truth());
            Set<String> found = RatedFindings.rules(SEEN.getOrDefault(host.id(), List.of()));
            if (!expected.equals(found)) {
                wrong.add(host.id() + ": should fail " + expected + ", fails " + found);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRuleIsFailedBySomeHost() {
        Set<String> labelled = new TreeSet<>();
        Hosts.all().forEach(host -> labelled.addAll(host.truth()));

        assertThat(labelled).containsExactlyInAnyOrderElementsOf(RatedFindings.allRules());
    }

    @Test
    void manyAtOnceAreSeenAsEachAlone() {
        assertThat(ALONE).hasSizeGreaterThan(60);
        ALONE.forEach((id, alone) ->
                assertThat(SEEN.get(id).stream().map(FleetTests::seen))
                        .as(id)
                        .containsExactlyElementsOf(alone.stream().map(FleetTests::seen).toList()));
    }

    /// What was seen, without when and how long.
    private static String seen(Observation observation) {
        return observation.asset() + " " + observation.check() + " " + observation.outcome();
    }

    @Test
    void whoNeverAnswersOrNeverEndsCostsItsOwnTimeOnly() {
        for (String id : List.of("silent", "endless", "drip", "garbage")) {
            assertThat(SEEN.get(id))
                    .as(id)
                    .allSatisfy(o -> assertThat(o.millis()).isLessThan(2 * PATIENCE));
        }
    }

    @Test
    void aHostThatIsSilentEndlessOrDripsIsUnknownNotBad() {
        for (String id : List.of("silent", "endless", "drip", "garbage")) {
            assertThat(SEEN.get(id))
                    .as(id)
                    .filteredOn(o -> o.check().startsWith("tls."))
                    .isNotEmpty()
                    .noneMatch(o -> o.outcome().settled());
        }
    }

    @Test
    void aHybridGroupIsReadFromTheServersOwnChoice() {
        assertThat(SEEN.get("lying-hybrid"))
                .filteredOn(o -> o.check().equals("tls.groups"))
                .singleElement()
                .satisfies(o -> assertThat(o.outcome().facts().flag("hybrid")).isTrue());
    }

    @Test
    void whatWasSeenReadsBackWithoutLoss() throws Malformed {
        for (List<Observation> observations : SEEN.values()) {
            for (Observation observation : observations) {
                assertThat(ObservationJson.read(ObservationJson.write(observation)))
                        .isEqualTo(observation);
            }
        }
    }

    @Test
    void everySettledLookCarriesItsAssetAndCheck() {
        assertThat(SEEN.values().stream().flatMap(List::stream).map(Observation::check))
                .contains(
                        "tls.versions",
                        "tls.certificate",
                        "mail.spf",
                        "mail.dmarc",
                        "dns.dnssec",
                        "http.csp",
                        "net.ssh")
                .doesNotContain("");
        assertThat(Collections.max(SEEN.keySet())).isNotEmpty();
    }
}
