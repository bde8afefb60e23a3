package org.hoshimori.bench.network;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.webgraph.BVGraph;
import it.unimi.dsi.webgraph.ImmutableGraph;
import it.unimi.dsi.webgraph.LazyIntIterator;
import it.unimi.dsi.webgraph.algo.HyperBall;
import it.unimi.dsi.webgraph.algo.StronglyConnectedComponents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;

/// The same questions to WebGraph, compressed in memory as it recommends (BVGraph).
final class WebGraph implements Peer {
    private final ImmutableGraph suppliers;
    private final ImmutableGraph purchasers;
    private final long bytes;
    private final BitSet seen = new BitSet();

    WebGraph(Network network, Path scratch) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("webgraph"));
        this.suppliers = stored(network.suppliers(), folder.resolve("suppliers"));
        this.purchasers = stored(network.purchasers(), folder.resolve("purchasers"));
        this.bytes =
                Files.size(folder.resolve("suppliers.graph"))
                        + Files.size(folder.resolve("purchasers.graph"));
    }

    private static ImmutableGraph stored(Adjacency rows, Path name) throws IOException {
        BVGraph.store(new View(rows), name.toString());
        return BVGraph.load(name.toString());
    }

    /// Both directions, without weights, kinds and levels.
    long bytes() {
        return bytes;
    }

    @Override
    public String name() {
        return "WebGraph";
    }

    @Override
    public List<Integer> tiers(int purchaser, int depth) {
        seen.clear();
        seen.set(purchaser);
        List<Integer> counts = new ArrayList<>();
        IntArrayList frontier = IntArrayList.of(purchaser);
        for (int tier = 1; tier <= depth && !frontier.isEmpty(); tier++) {
            IntArrayList next = new IntArrayList();
            for (int i = 0; i < frontier.size(); i++) {
                LazyIntIterator more = suppliers.successors(frontier.getInt(i));
                for (int s = more.nextInt(); s >= 0; s = more.nextInt()) {
                    if (!seen.get(s)) {
                        seen.set(s);
                        next.add(s);
                    }
                }
            }
            if (!next.isEmpty()) {
                counts.add(next.size());
            }
            frontier = next;
        }
        return counts;
    }

    @Override
    public int cores() {
        return StronglyConnectedComponents.compute(suppliers, false, null).numberOfComponents;
    }

    @Override
    public OptionalDouble rollUp() {
        try (HyperBall ball = new HyperBall(suppliers, purchasers, 8)) {
            ball.init();
            for (int tier = 0; tier < 3; tier++) {
                ball.iterate();
            }
            // The neighbourhood function counts every company itself, too.
            return OptionalDouble.of(
                    ball.neighbourhoodFunction.getDouble(3) - suppliers.numNodes());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Our rows as WebGraph reads them.
    private static final class View extends ImmutableGraph {
        private final Adjacency rows;

        View(Adjacency rows) {
            this.rows = rows;
        }

        @Override
        public int numNodes() {
            return rows.companies();
        }

        @Override
        public boolean randomAccess() {
            return true;
        }

        @Override
        public int outdegree(int node) {
            return rows.degree(node);
        }

        @Override
        public int[] successorArray(int node) {
            int[] array = new int[rows.degree(node)];
            for (int i = 0; i < array.length; i++) {
                array[i] = rows.company(rows.first(node) + i);
            }
            return array;
        }

        @Override
        public ImmutableGraph copy() {
            return this;
        }
    }
}
