package org.hoshimori.probe.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.fleet.Hosts;
import org.hoshimori.probe.fleet.NameServer;
import org.hoshimori.probe.fleet.RunningFleet;
import org.hoshimori.probe.rating.RatedFindings;

/// Prints the tables of docs/reference/performance.md on the outside view: speed and memory beside
/// sslscan and testssl.sh, and what each tool sees beside the labels. A tool that is not there is
/// skipped with a line that says so.
public final class FleetBench {

    private static final int MANY = 200;
    private static final int LATE = 50;

    /// How many hosts each process of the other tool gets at least, when fewer than all are asked.
    private static final int ROUNDS = 5;

    private FleetBench() {}

    /// @param args a scratch folder, the probe's jar, the script of the MDN Observatory, where to
    ///   keep what testssl.sh said, and `quick` to leave out what takes minutes, `agreement` or
    ///   `speed` for one of the two only
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path jar = Path.of(args[1]);
        boolean quick = List.of(args).contains("quick");
        if (!List.of(args).contains("agreement")) {
            speed(folder, jar, Path.of(args[3]), quick, List.of(args).contains("one"));
        }
        if (List.of(args).contains("speed")) {
            return;
        }
        try (RunningFleet fleet = new RunningFleet(folder);
                NameServer names = new NameServer(fleet.tlsa())) {
            Map<String, Set<String>> seen =
                    seen(new OurProbe(jar, folder, fleet.authority()), fleet, names, folder);
            List<Peer> peers =
                    new ArrayList<>(
                            List.of(
                                    new Sslscan(),
                                    new Nmap(),
                                    new SshAudit(),
                                    new Observatory(Path.of(args[2]), fleet.authority()),
                                    new Dnsviz(names, folder),
                                    new Zonemaster(folder)));
            if (!quick) {
                peers.add(
                        new Testssl(
                                Path.of(args[3]),
                                fleet.authority(),
                                !List.of(args).contains("kept")));
            }
            for (Peer peer : peers) {
                if (peer.present()) {
                    Agreement.of(peer, fleet.ports(), seen).print(peer);
                } else {
                    System.out.printf("%n%s: skipped, it needs %s%n", peer.name(), peer.needs());
                }
            }
        }
    }

    private static Map<String, Set<String>> seen(
            OurProbe probe, RunningFleet fleet, NameServer names, Path folder) throws Exception {
        Map<String, String> ids = new TreeMap<>();
        for (Host host : Hosts.all()) {
            ids.put(fleet.target(host), host.id());
        }
        Path listed = java.nio.file.Files.writeString(folder.resolve("list"), "listed.test\n");
        Path anchors = java.nio.file.Files.writeString(folder.resolve("anchors"), names.anchors());
        OurProbe.Run run =
                probe.run(
                        List.copyOf(ids.keySet()),
                        List.of(
                                "--resolver",
                                "127.0.0.1:" + names.port(),
                                "--anchor",
                                anchors.toString(),
                                "--ports",
                                "dns:%d,smtp:%d,https:%d"
                                        .formatted(
                                                names.port(),
                                                fleet.port("mx"),
                                                fleet.port("sts-policy")),
                                "--reputation",
                                listed.toString()));
        Map<String, Set<String>> seen = new TreeMap<>();
        run.byTarget()
                .forEach((target, observations) ->
                        seen.put(ids.get(target), RatedFindings.rules(observations)));
        List<String> wrong = new ArrayList<>();
        for (Host host : Hosts.all()) {
            Set<String> found = seen.getOrDefault(host.id(), Set.of());
            if (!Set.copyOf(host.truth()).equals(found)) {
                wrong.add(host.id() + ": label " + host.truth() + ", found " + found);
            }
        }
        System.out.printf(
                "%nhosts that fail exactly the rules of their label: %d of %d, all at once in %d ms%n",
                Hosts.all().size() - wrong.size(), Hosts.all().size(), run.millis());
        wrong.forEach(line -> System.out.println("- " + line));
        return seen;
    }

    private static void speed(Path folder, Path jar, Path kept, boolean quick, boolean one)
            throws Exception {
        System.out.println("| what | ours | most memory | sslscan | ratio |");
        System.out.println("|---|---|---|---|---|");
        boolean peer = new Sslscan().present();
        for (int late : new int[] {0, LATE}) {
            try (RunningFleet fleet = new RunningFleet(folder, 7, late)) {
                OurProbe probe = new OurProbe(jar, folder, fleet.authority());
                List<Integer> ports = new ArrayList<>();
                fleet.ports().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .filter(e ->
                                Hosts.all().stream()
                                        .anyMatch(h ->
                                                h.kind().equals("tls")
                                                        && h.id().equals(
                                                                        e.getKey()
                                                                                .replaceFirst(
                                                                                        "#.*",
                                                                                        ""))))
                        .forEach(e -> ports.add(e.getValue()));
                // Any first part of the list is a sample of all kinds of hosts.
                Collections.shuffle(ports, new Random(1));
                ports.subList(Math.min(MANY, ports.size()), ports.size()).clear();
                String how = late == 0 ? "" : ", answers after " + late + " ms";
                int modern = fleet.port("tls-modern");
                one(probe, modern, how, peer);
                if (peer && late == 0) {
                    RunningLook.print(fleet, probe, how);
                }
                if (one) {
                    continue;
                }
                many(fleet, probe, ports, how, peer);
                if (late == 0 && !quick) {
                    Testssl testssl = new Testssl(kept, fleet.authority(), true);
                    if (testssl.present()) {
                        long millis = time(() -> testssl.whole(modern, 1500));
                        long own =
                                median(
                                        3,
                                        () ->
                                                probe.run(
                                                        List.of("tls://127.0.0.1:" + modern),
                                                        List.of()));
                        System.out.printf(
                                "| one modern host, full testssl.sh | %d ms | | %d ms (testssl.sh) | %d × |%n",
                                own, millis, millis / own);
                    }
                }
            }
        }
    }

    private static void one(OurProbe probe, int port, String how, boolean peer) throws Exception {
        long[] memory = {0};
        long ours =
                median(
                        5,
                        () -> {
                            OurProbe.Run run =
                                    probe.run(List.of("tls://127.0.0.1:" + port), List.of());
                            memory[0] = Math.max(memory[0], run.megabytes());
                            return run;
                        });
        long theirs = peer ? median(5, () -> Sslscan.scan(port)) : 0;
        row("one modern host, all TLS checks" + how, ours, memory[0], theirs, "");
    }

    private static void many(
            RunningFleet fleet, OurProbe probe, List<Integer> ports, String how, boolean peer)
            throws Exception {
        List<String> targets = ports.stream().map(port -> "tls://127.0.0.1:" + port).toList();
        // Servers in use are warm; ours, of either tool, have just been started.
        probe.run(targets, List.of("--together", "200"));
        long before = fleet.processorMillis();
        OurProbe.Run run = probe.run(targets, List.of("--together", "200"));
        processor("us", fleet.processorMillis() - before);
        double ours = 1000.0 * targets.size() / run.millis();
        System.out.printf(
                "| %d hosts%s | %.1f hosts a second | %d MB | | |%n",
                targets.size(), how, ours, run.megabytes());
        int cores = Runtime.getRuntime().availableProcessors();
        for (int processes : new int[] {cores, 2 * cores, 4 * cores, 8 * cores, 16 * cores}) {
            if (!peer) {
                return;
            }
            // Few at once take long: as many hosts as give each process some, drawn from all.
            List<Integer> some =
                    ports.subList(0, Math.min(ports.size(), ROUNDS * Math.max(8, processes)));
            before = fleet.processorMillis();
            double theirs = 1000.0 * some.size() / time(() -> scanAll(some, processes));
            processor("sslscan", fleet.processorMillis() - before);
            System.out.printf(
                    "| %d of them, xargs -P %d | | | %.1f hosts a second | %.1f × |%n",
                    some.size(), processes, theirs, ours / theirs);
        }
    }

    /// The floor under every tool on this machine: what its questions cost the servers.
    private static void processor(String asked, long millis) {
        System.err.printf("the servers used %d ms of processor, asked by %s%n", millis, asked);
    }

    private static void row(String what, long ours, long megabytes, long theirs, String how) {
        System.out.printf(
                "| %s | %d ms | %d MB | %s | %s |%n",
                what,
                ours,
                megabytes,
                theirs == 0 ? "not there" : theirs + " ms" + how,
                theirs == 0 ? "" : "%.1f ×".formatted((double) theirs / ours));
    }

    private static Object scanAll(List<Integer> ports, int processes) {
        String all = String.join("\\n", ports.stream().map(port -> "127.0.0.1:" + port).toList());
        return Tool.run(
                1800,
                List.of(
                        "sh",
                        "-c",
                        "printf '"
                                + all
                                + "\\n' | xargs -P "
                                + processes
                                + " -n 1 sslscan --no-colour > /dev/null; echo done"));
    }

    static long time(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static long median(int times, Callable<?> work) throws Exception {
        long[] all = new long[times];
        for (int i = 0; i < times; i++) {
            all[i] = time(work);
        }
        Arrays.sort(all);
        return all[times / 2];
    }
}
