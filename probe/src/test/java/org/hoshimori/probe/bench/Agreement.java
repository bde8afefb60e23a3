package org.hoshimori.probe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hoshimori.probe.fleet.Host;
import org.hoshimori.probe.fleet.Hosts;

/// What a tool says against the fleet's labels, rule by rule.
final class Agreement {

    /// @param right found what is there
    /// @param invented found what is not there
    /// @param missed did not find what is there
    record Count(int right, int invented, int missed) {
        Count and(boolean there, boolean found) {
            return new Count(
                    right + (there && found ? 1 : 0),
                    invented + (!there && found ? 1 : 0),
                    missed + (there && !found ? 1 : 0));
        }

        String precision() {
            return share(right, right + invented);
        }

        String recall() {
            return share(right, right + missed);
        }

        private static String share(int part, int whole) {
            return whole == 0 ? "–" : "%.2f".formatted((double) part / whole);
        }
    }

    private final Map<String, Count> ours = new TreeMap<>();
    private final Map<String, Count> theirs = new TreeMap<>();
    private final List<String> different = new ArrayList<>();
    private int looked;
    private int gaveUp;

    /// @param seen what we found on each host
    static Agreement of(Peer peer, Map<String, Integer> ports, Map<String, Set<String>> seen) {
        Agreement agreement = new Agreement();
        for (Host host : Hosts.all()) {
            if (peer.looksAt(host)) {
                agreement.add(
                        peer,
                        host,
                        ports.getOrDefault(host.id(), 0),
                        seen.getOrDefault(host.id(), Set.of()));
            }
        }
        return agreement;
    }

    private void add(Peer peer, Host host, int port, Set<String> found) {
        Optional<Set<String>> said = peer.fails(host, port);
        if (said.isEmpty()) {
            gaveUp++;
            return;
        }
        looked++;
        for (String rule : peer.rules()) {
            boolean there = host.truth().contains(rule);
            boolean peers = said.get().contains(rule);
            ours.put(
                    rule,
                    ours.getOrDefault(rule, new Count(0, 0, 0)).and(there, found.contains(rule)));
            theirs.put(rule, theirs.getOrDefault(rule, new Count(0, 0, 0)).and(there, peers));
            if (there != peers) {
                different.add(
                        host.id()
                                + ": "
                                + rule
                                + (there ? " missed" : " invented")
                                + " by "
                                + peer.name());
            }
        }
    }

    void print(Peer peer) {
        System.out.printf(
                "%n%s: looked at %d hosts, gave up on %d%n%n", peer.name(), looked, gaveUp);
        System.out.println(
                "| rule | hosts that fail | ours: precision / recall | "
                        + peer.name()
                        + ": precision / recall |");
        System.out.println("|---|---|---|---|");
        theirs.forEach((rule, count) -> {
            Count own = ours.getOrDefault(rule, new Count(0, 0, 0));
            System.out.printf(
                    "| %s | %d | %s / %s | %s / %s |%n",
                    rule,
                    count.right() + count.missed(),
                    own.precision(),
                    own.recall(),
                    count.precision(),
                    count.recall());
        });
        different.forEach(line -> System.out.println("- " + line));
    }
}
