package org.hoshimori.probe.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Target;
import org.hoshimori.probe.dns.DnssecCheck;
import org.hoshimori.probe.run.Runner;
import org.hoshimori.probe.run.Settings;
import org.hoshimori.probe.tls.CertificateCheck;

/// The probe beside sslscan on the same fleet in the same run: what each sees and how long it
/// takes. `bench/probe` starts it; where sslscan is missing only our own figures are printed.
public final class FleetBench {

    private static final int MANY = 200;

    private FleetBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (RunningFleet fleet = new RunningFleet(folder)) {
            Map<String, Integer> ports = new TreeMap<>();
            for (Host host : Hosts.all()) {
                if (host.kind().equals("tls")) {
                    ports.put(host.id(), fleet.port(host.id()));
                }
            }
            Settings settings =
                    new Settings(
                            Optional.empty(),
                            CertificateCheck.read(Files.readAllBytes(fleet.authority())),
                            DnssecCheck.ROOT,
                            true,
                            List.of(),
                            20,
                            List.of(),
                            20_000,
                            32,
                            "bench",
                            Clock.systemUTC());
            look(settings, List.copyOf(ports.values()));
            boolean peer = run(List.of("sslscan", "--version")).isPresent();
            agreement(settings, ports, peer);
            int one = ports.get("tls-modern");
            System.out.printf(
                    "one host, all TLS checks, warm: ours %d ms%n",
                    median(() -> look(settings, List.of(one))));
            if (peer) {
                System.out.printf("one host: sslscan %d ms%n", median(() -> scan(one)));
            }
            List<Integer> many = new ArrayList<>();
            while (many.size() < MANY) {
                many.addAll(ports.values());
            }
            List<Integer> two = List.copyOf(many.subList(0, MANY));
            System.out.printf(
                    "%d hosts at once: ours %d ms, %d MB used%n",
                    MANY, time(() -> look(settings, two)), used());
            if (peer) {
                System.out.printf(
                        "%d hosts, sslscan, 8 at once: %d ms%n", MANY, time(() -> scanAll(two)));
            }
        }
    }

    private static void agreement(Settings settings, Map<String, Integer> ports, boolean peer)
            throws Exception {
        int same = 0;
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, Integer> host : ports.entrySet()) {
            Set<String> ours = ours(settings, host.getValue());
            if (!peer) {
                continue;
            }
            Set<String> theirs = theirs(host.getValue());
            if (ours.equals(theirs)) {
                same++;
            } else {
                Set<String> more = new TreeSet<>(ours);
                more.removeAll(theirs);
                Set<String> less = new TreeSet<>(theirs);
                less.removeAll(ours);
                different.add(host.getKey() + ": only ours " + more + ", only sslscan " + less);
            }
        }
        if (peer) {
            System.out.printf(
                    "versions offered: the same as sslscan on %d of %d hosts%n",
                    same, ports.size());
            different.forEach(System.out::println);
        }
    }

    private static Set<String> ours(Settings settings, int port) throws IOException {
        Set<String> versions = new TreeSet<>();
        for (Observation seen : look(settings, List.of(port))) {
            if (seen.check().equals("tls.versions")) {
                versions.addAll(seen.outcome().facts().words("offered"));
            }
        }
        return versions;
    }

    private static Set<String> theirs(int port) throws Exception {
        Set<String> versions = new TreeSet<>();
        Matcher protocol =
                Pattern.compile("<protocol type=\"(ssl|tls)\" version=\"([0-9.]+)\" enabled=\"1\"")
                        .matcher(scan(port));
        while (protocol.find()) {
            versions.add(
                    protocol.group(1).equals("ssl")
                            ? "SSLv" + protocol.group(2)
                            : "TLS" + protocol.group(2));
        }
        return versions;
    }

    private static List<Observation> look(Settings settings, List<Integer> ports)
            throws IOException {
        List<Target> targets = new ArrayList<>();
        for (int port : ports) {
            try {
                targets.add(Target.parse("tls://127.0.0.1:" + port));
            } catch (org.hoshimori.probe.Malformed e) {
                throw new IOException(e);
            }
        }
        List<Observation> all = new ArrayList<>();
        new Runner(settings).run(targets, all::addAll);
        return all;
    }

    private static String scan(int port) throws IOException, InterruptedException {
        return run(List.of("sslscan", "--xml=-", "127.0.0.1:" + port)).orElse("");
    }

    private static Object scanAll(List<Integer> ports) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> scans = new ArrayList<>();
            ports.forEach(port -> scans.add(() -> scan(port)));
            return threads.invokeAll(scans);
        }
    }

    private static Optional<String> run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Optional.of(out);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long time(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static long median(Callable<?> work) throws Exception {
        long[] times = new long[7];
        for (int i = 0; i < times.length; i++) {
            times[i] = time(work);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
