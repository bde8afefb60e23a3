package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.junit.jupiter.api.Test;

class CoresTests {
    @Property(tries = 1500)
    void coresAreThoseThatJGraphTFinds(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Cores cores = Cores.of(network);
        Map<Integer, Set<Integer>> members = new HashMap<>();
        IntStream.range(0, network.companies())
                .forEach(i ->
                        members.computeIfAbsent(cores.core(i), _ -> new java.util.HashSet<>())
                                .add(i));

        assertThat(Set.copyOf(members.values()))
                .isEqualTo(
                        Set.copyOf(
                                new KosarajuStrongConnectivityInspector<>(Graphs.jgrapht(network))
                                        .stronglyConnectedSets()));
        members.forEach((core, set) -> assertThat(cores.size(core)).isEqualTo(set.size()));
        assertThat(cores.size(cores.largest()))
                .isEqualTo(
                        members.values().stream()
                                .mapToInt(Set::size)
                                .boxed()
                                .collect(Collectors.maxBy(Integer::compare))
                                .orElseThrow());
    }

    @Test
    void aBowTieHasACoreTwoSidesAndARest() {
        Network network = Graphs.of("a>b b>c c>a a>u u>v d>b e>d x>y e>z");

        assertThat(BowTie.of(network, Cores.of(network))).isEqualTo(new BowTie(3, 2, 2, 3));
    }
}
