package org.hoshimori.bench.network;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hoshimori.network.Cores;
import org.hoshimori.network.Exposure;
import org.hoshimori.network.Network;
import org.hoshimori.network.RollUp;
import org.hoshimori.network.Tiers;
import org.hoshimori.network.Top;
import org.jspecify.annotations.Nullable;

/// The same questions to other engines over the same network in the same run; their answers must be
/// ours.
final class Beside {
    private static final int DEEPEST = 6;
    private static final double CLOSE = 1e-5;

    /// Two sketches of the same sum, each with an error of its own.
    private static final double NEAR = 0.05;

    private final Network network;
    private final Path scratch;
    private final int hub;

    Beside(Network network, Path scratch) {
        this.network = network;
        this.scratch = scratch;
        this.hub = Top.of(network.companies(), 1, i -> network.suppliers().degree(i))[0];
    }

    void print() throws SQLException, IOException {
        System.err.println("peers: filling them");
        WebGraph webGraph = new WebGraph(network, scratch);
        try (Duck duck = new Duck(network);
                Postgres postgres = new Postgres(network, scratch)) {
            Peer grapht = new Grapht(network);
            List<Peer> peers = List.of(webGraph, grapht, duck, postgres);
            // Every tier has loops of its own, which a JVM makes quick while others are measured.
            for (int depth = 1; depth <= DEEPEST; depth++) {
                int k = depth;
                Clock.time(() -> Tiers.of(network, hub, k, 3).tiers());
                Clock.time(() -> webGraph.tiers(hub, k));
                Clock.time(() -> grapht.tiers(hub, k));
            }
            StringBuilder head = new StringBuilder("| question | ours, ms |");
            peers.forEach(peer -> head.append(' ').append(peer.name()).append(", ms | times |"));
            System.out.println();
            System.out.println(head);
            System.out.println("|---|---|" + "---|---|".repeat(peers.size()));
            for (int depth = 1; depth <= DEEPEST; depth++) {
                int k = depth;
                row(
                        "tiers of the hub, k = " + k,
                        () -> Tiers.sizes(network, hub, k),
                        Tiers.sizes(network, hub, k),
                        peers,
                        peer -> peer.tiers(hub, k));
                row(
                        "… with levels and what is unmet",
                        () -> Tiers.of(network, hub, k, 3).tiers(),
                        List.of(),
                        peers,
                        _ -> null);
            }
            row(
                    "exposure of all, 3 tiers",
                    () -> Exposure.of(network, 3, 3),
                    new Near(exposure(), CLOSE),
                    peers,
                    peer -> boxed(peer.exposure()));
            row(
                    "roll-up of all, 3 tiers, 256 registers",
                    () -> RollUp.ofSuppliers(network, 3),
                    new Near(rollUp(), NEAR),
                    peers,
                    peer -> boxed(peer.rollUp()));
            row(
                    "cores",
                    () -> Cores.of(network),
                    Cores.of(network).count(),
                    peers,
                    peer -> {
                        int cores = peer.cores();
                        return cores == 0 ? null : cores;
                    });
            System.out.printf(
                    "%nWebGraph holds both directions in %.1f MB, without weights, kinds and levels.%n",
                    webGraph.bytes() / 1e6);
        }
    }

    private double exposure() {
        Exposure exposure = Exposure.of(network, 3, 3);
        double sum = 0;
        int buyers = 0;
        for (int i = 0; i < network.companies(); i++) {
            sum += exposure.share(i);
            buyers += network.suppliers().degree(i) > 0 ? 1 : 0;
        }
        return sum / buyers;
    }

    private double rollUp() {
        RollUp estimates = RollUp.ofSuppliers(network, 3);
        double sum = 0;
        for (int i = 0; i < network.companies(); i++) {
            sum += estimates.estimate(i);
        }
        return sum;
    }

    private static @Nullable Double boxed(OptionalDouble answer) {
        return answer.isPresent() ? answer.getAsDouble() : null;
    }

    /// An answer that another may differ from by a share of it.
    private record Near(double value, double share) {
        boolean fits(Object other) {
            return other instanceof Double number && Math.abs(number - value) <= share * value;
        }
    }

    /// @param answer ours
    /// @param ask asks a peer; null when it cannot be asked this
    private void row(
            String question,
            Supplier<?> ours,
            Object answer,
            List<Peer> peers,
            Function<Peer, @Nullable Object> ask) {
        Clock.Time mine = Clock.time(ours);
        StringBuilder row = new StringBuilder("| %s | %s |".formatted(question, mine));
        for (Peer peer : peers) {
            System.err.println(question + ": " + peer.name());
            @Nullable Object[] theirs = {null};
            Clock.Time time = Clock.time(() -> theirs[0] = ask.apply(peer));
            if (theirs[0] == null) {
                row.append(" – | – |");
                continue;
            }
            if (!(answer instanceof Near near ? near.fits(theirs[0]) : answer.equals(theirs[0]))) {
                throw new IllegalStateException(
                        "%s: %s answers %s instead of %s"
                                .formatted(question, peer.name(), theirs[0], answer));
            }
            row.append(" %s | %.1f |".formatted(time, time.milliseconds() / mine.milliseconds()));
        }
        System.out.println(row);
    }
}
