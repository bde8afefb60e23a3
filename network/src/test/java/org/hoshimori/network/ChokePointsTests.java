package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.api.Test;

class ChokePointsTests {
    @Property(tries = 800)
    void aGatewayCutsOffExactlyThoseBehindIt(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Graph<Integer, DefaultEdge> graph = Graphs.jgrapht(network);
        Dominators dominators = Dominators.of(network, 0);
        Set<Integer> all = reached(graph, Set.of(0), -1);
        for (int i = 0; i < network.companies(); i++) {
            assertThat(dominators.reached(i)).isEqualTo(all.contains(i));
            if (all.contains(i) && i != 0) {
                Set<Integer> cut = new HashSet<>(all);
                cut.removeAll(reached(graph, Set.of(0), i));
                cut.remove(i);
                assertThat(dominators.behind(i)).isEqualTo(cut.size());
                // The nearest gateway is the one that itself cuts off fewest.
                assertThat(cuts(dominators, i)).isSubsetOf(all);
            }
        }
        assertThat(dominators.behind(0)).isEqualTo(all.size() - 1);
    }

    private static List<Integer> cuts(Dominators dominators, int company) {
        List<Integer> chain = new java.util.ArrayList<>();
        for (int at = company; at != Dominators.ROOT; at = dominators.gateway(at)) {
            chain.add(at);
        }
        assertThat(chain).doesNotHaveDuplicates().endsWith(0);
        return chain;
    }

    @Property(tries = 800)
    void aGatewayOfTheNationStarvesExactlyThoseBehindIt(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Graph<Integer, DefaultEdge> graph = new EdgeReversedGraph<>(Graphs.jgrapht(network));
        Cores cores = Cores.of(network);
        Set<Integer> roots = new HashSet<>();
        for (int i = 0; i < network.companies(); i++) {
            int company = i;
            boolean outside =
                    graph.vertexSet().stream()
                            .filter(j -> cores.core(j) == cores.core(company))
                            .anyMatch(j ->
                                    graph.incomingEdgesOf(j).stream()
                                            .anyMatch(e ->
                                                    cores.core(graph.getEdgeSource(e))
                                                            != cores.core(company)));
            if (!outside) {
                roots.add(i);
            }
        }
        Dominators dominators = Dominators.ofNation(network, cores);
        for (int i = 0; i < network.companies(); i++) {
            Set<Integer> cut = new HashSet<>(graph.vertexSet());
            cut.removeAll(reached(graph, roots, i));
            cut.remove(i);
            assertThat(dominators.reached(i)).isTrue();
            assertThat(dominators.behind(i)).isEqualTo(cut.size());
        }
    }

    private static Set<Integer> reached(
            Graph<Integer, DefaultEdge> graph, Set<Integer> roots, int without) {
        Set<Integer> seen = new HashSet<>(roots);
        seen.remove(without);
        List<Integer> queue = new java.util.ArrayList<>(seen);
        for (int i = 0; i < queue.size(); i++) {
            for (DefaultEdge edge : graph.outgoingEdgesOf(queue.get(i))) {
                int next = graph.getEdgeTarget(edge);
                if (next != without && seen.add(next)) {
                    queue.add(next);
                }
            }
        }
        return seen;
    }

    @Property(tries = 800)
    void cutCompaniesAreThoseThatJGraphTFindsAndCutOffWhatRemovingThemDoes(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Graph<Integer, DefaultEdge> plain = new SimpleGraph<>(DefaultEdge.class);
        var directed = new AsUndirectedGraph<>(Graphs.jgrapht(network));
        directed.vertexSet().forEach(plain::addVertex);
        for (DefaultEdge edge : directed.edgeSet()) {
            plain.addEdge(directed.getEdgeSource(edge), directed.getEdgeTarget(edge));
        }
        CutCompanies cuts = CutCompanies.of(network);
        Set<Integer> expected = new BiconnectivityInspector<>(plain).getCutpoints();

        assertThat(cuts.count()).isEqualTo(expected.size());
        for (int i : expected) {
            int component = new ConnectivityInspector<>(plain).connectedSetOf(i).size();
            Set<Integer> neighbours = org.jgrapht.Graphs.neighborSetOf(plain, i);
            var without = new org.jgrapht.graph.MaskSubgraph<>(plain, v -> v == i, _ -> false);
            int largest =
                    new ConnectivityInspector<>(without)
                            .connectedSets().stream()
                                    .filter(set -> set.stream().anyMatch(neighbours::contains))
                                    .mapToInt(Set::size)
                                    .max()
                                    .orElseThrow();
            assertThat(cuts.cutOff(i)).isEqualTo(component - 1 - largest);
        }
    }

    @Property(tries = 500)
    void dependantsAreThoseThatJGraphTFindsBackwards(
            @ForAll long seed, @ForAll @IntRange(max = 5) int depth) {
        Network network = Graphs.random(seed);
        var search =
                new BreadthFirstIterator<>(new EdgeReversedGraph<>(Graphs.jgrapht(network)), 0);
        int expected = -1;
        while (search.hasNext()) {
            expected += search.getDepth(search.next()) <= depth ? 1 : 0;
        }
        assertThat(Dependants.count(network, 0, depth)).isEqualTo(expected);
    }

    @Test
    void soleSourcesAndConcentrationFollowIndustries() {
        Network network =
                Graphs.build(builder -> {
                    int p = builder.company("p");
                    int q = builder.company("q");
                    int[] made = new int[4];
                    String[] industries = {"steel", "steel", "glass", ""};
                    for (int i = 0; i < 4; i++) {
                        made[i] = builder.company("s" + i);
                        builder.industry(made[i], industries[i]);
                        builder.relate(p, made[i], 1 + i, 0, 0);
                    }
                    builder.relate(q, made[0], 1, 0, 0);
                });
        SoleSources sole = SoleSources.of(network);

        assertThat(sole.purchasers(Graphs.number(network, "s0"))).isEqualTo(1);
        assertThat(sole.purchasers(Graphs.number(network, "s1"))).isZero();
        assertThat(sole.purchasers(Graphs.number(network, "s2"))).isEqualTo(1);
        assertThat(sole.purchasers(Graphs.number(network, "s3"))).isZero();
        assertThat(sole.relations()).isEqualTo(2);
        assertThat(Concentration.byIndustry(network))
                .containsExactly(
                        new Concentration("glass", 1, 3, 1, 1),
                        new Concentration("steel", 2, 4, 0.5, 1));
        assertThat(Concentration.byPrefecture(network)).isEmpty();
    }

    @Test
    void theLargestComeFirstAndNothingIsNotAmongThem() {
        int[] values = {3, 0, 7, 3, 1, 7};

        assertThat(Top.of(6, 4, i -> values[i])).containsExactly(2, 5, 0, 3);
        assertThat(Top.of(6, 10, i -> values[i])).containsExactly(2, 5, 0, 3, 4);
        assertThat(Top.of(6, 0, i -> values[i])).isEmpty();
    }

    @Property(tries = 300)
    void smallNumbersRollUpNearlyExactly(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
        Network network = Graphs.random(seed);
        RollUp all = RollUp.ofSuppliers(network, depth);
        RollUp below = RollUp.ofSuppliersBelow(network, depth, 3);
        RollUp dependants = RollUp.ofDependants(network, depth);
        for (int i = 0; i < network.companies(); i++) {
            Tiers tiers = Tiers.of(network, i, depth, 3);
            assertThat(all.estimate(i))
                    .isCloseTo(tiers.suppliers(), within(2 + 0.25 * tiers.suppliers()));
            assertThat(below.estimate(i))
                    .isCloseTo(tiers.below().count(), within(2 + 0.25 * tiers.suppliers()));
            int exact = Dependants.count(network, i, depth);
            assertThat(dependants.estimate(i)).isCloseTo(exact, within(2 + 0.25 * exact));
        }
    }

    @Test
    void theRollUpOfALargeNetworkKeepsItsStatedError() {
        Network network =
                new org.hoshimori.network.nation.Nation(
                                new org.hoshimori.network.nation.NationPlan(3, 20_000, 100_000))
                        .network();
        RollUp all = RollUp.ofSuppliers(network, 3);
        double squares = 0;
        int counted = 0;
        for (int i = 0; i < network.companies(); i += 37) {
            int exact = Tiers.of(network, i, 3, 3).suppliers();
            if (exact > 0) {
                squares += Math.pow(all.estimate(i) / exact - 1, 2);
                counted++;
            }
        }
        assertThat(Math.sqrt(squares / counted)).isLessThan(0.08);
    }
}
