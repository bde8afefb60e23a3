package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.api.Test;

class TiersTests {
    @Property(tries = 2000)
    void everySupplierCountsOnceInTheTierThatJGraphTFinds(
            @ForAll long seed, @ForAll @IntRange(max = 7) int depth) {
        Network network = Graphs.random(seed);
        Graph<Integer, DefaultEdge> graph = Graphs.jgrapht(network);
        for (int purchaser = 0; purchaser < Math.min(5, network.companies()); purchaser++) {
            Map<Integer, TreeMap<Integer, Integer>> expected = new TreeMap<>();
            var search = new BreadthFirstIterator<>(graph, purchaser);
            while (search.hasNext()) {
                int company = search.next();
                int tier = search.getDepth(company);
                if (tier > 0 && tier <= depth) {
                    expected.computeIfAbsent(tier, _ -> new TreeMap<>())
                            .merge(network.level(company), 1, Integer::sum);
                }
            }
            List<Tier> tiers = Tiers.of(network, purchaser, depth, 3).tiers();
            assertThat(tiers).extracting(Tier::tier).containsExactlyElementsOf(expected.keySet());
            for (Tier tier : tiers) {
                var byLevel = expected.get(tier.tier());
                assertThat(tier.byLevel()).isEqualTo(byLevel);
                assertThat(tier.suppliers())
                        .isEqualTo(byLevel.values().stream().mapToInt(i -> i).sum());
                assertThat(tier.below())
                        .isEqualTo(byLevel.headMap(3).values().stream().mapToInt(i -> i).sum());
                assertThat(tier.minimum()).isEqualTo(byLevel.firstKey());
            }
        }
    }

    @Property(tries = 500)
    void aPathProvesItsTierStepByStep(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Tiers tiers = Tiers.of(network, 0, 4, 3);
        Paths paths = tiers.paths();
        for (int tier = 1; tier <= 4; tier++) {
            int length = tier + 1;
            tiers.company(tier)
                    .forEach(supplier -> {
                        List<Integer> path = paths.to(supplier);
                        assertThat(path).hasSize(length).startsWith(0).endsWith(supplier);
                        for (int i = 1; i < path.size(); i++) {
                            assertThat(buys(network, path.get(i - 1), path.get(i))).isTrue();
                        }
                    });
        }
    }

    @Property(tries = 500)
    void whatIsUnmetAndUnlistedIsCountedOnceForEachRelationAndCompany(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
        Network network = Graphs.random(seed);
        Adjacency relations = network.suppliers();
        Tiers tiers = Tiers.of(network, 0, depth, 3);
        assertThat(tiers.tiers())
                .extracting(Tier::suppliers)
                .isEqualTo(Tiers.sizes(network, 0, depth));
        for (Tier tier : tiers.tiers()) {
            List<Integer> here = tiers.company(tier.tier()).boxed().toList();
            int unmet = 0;
            for (int purchaser : tiers.company(tier.tier() - 1).toArray()) {
                for (int e = relations.first(purchaser); e < relations.end(purchaser); e++) {
                    int supplier = relations.company(e);
                    boolean lacks = network.level(supplier) < relations.required(e);
                    unmet += lacks && here.contains(supplier) ? 1 : 0;
                }
            }
            assertThat(tier.unmet()).isEqualTo(unmet);
            assertThat(tier.unlisted())
                    .isEqualTo(here.stream().filter(i -> !network.listed(i)).count());
        }
    }

    private static boolean buys(Network network, int purchaser, int supplier) {
        Adjacency relations = network.suppliers();
        for (int e = relations.first(purchaser); e < relations.end(purchaser); e++) {
            if (relations.company(e) == supplier) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theNearestTierCountsAndThePurchaserNever() {
        Network network = Graphs.of("p>a p>b a>b b>c c>p c>c p>a");
        Tiers tiers = Tiers.of(network, Graphs.number(network, "p"), 6, 3);

        assertThat(tiers.tiers()).extracting(Tier::suppliers).containsExactly(2, 1);
        assertThat(network.counts()).isEqualTo(new Counts(4, 5, 1, 1, 0, 4));
    }

    @Test
    void aLargeFrontierIsSearchedFromTheOtherSideWithTheSameResult() {
        Network network =
                Graphs.build(builder -> {
                    for (int i = 0; i < 5000; i++) {
                        builder.relate(builder.company("p"), builder.company("a" + i));
                        builder.relate(builder.company("a" + i), builder.company("b" + i % 3000));
                        builder.relate(builder.company("b" + i % 3000), builder.company("p"));
                    }
                    builder.relate(builder.company("b7"), builder.company("c"));
                });
        int p = Graphs.number(network, "p");

        for (int again = 0; again < 2; again++) {
            assertThat(Tiers.of(network, p, 9, 3).tiers())
                    .extracting(Tier::suppliers)
                    .containsExactly(5000, 3000, 1);
        }
    }

    @Test
    void aRelationsOwnRequiredLevelIsHeldAgainstItsSupplier() {
        Network network =
                Graphs.build(builder -> {
                    int p = builder.company("p");
                    int a = builder.company("a");
                    int b = builder.company("b");
                    builder.level(a, Network.SCHEME, 3);
                    builder.relate(p, a, 1, 4, 0);
                    builder.relate(p, b, 1, 0, 0);
                    builder.relate(a, b, 1, 3, 0);
                });
        Tier first = Tiers.of(network, Graphs.number(network, "p"), 3, 3).tiers().getFirst();

        assertThat(first.unmet()).isEqualTo(1);
        assertThat(first.below()).isEqualTo(1);
        assertThat(first.byLevel()).isEqualTo(new TreeMap<>(Map.of(0, 1, 3, 1)));
    }

    @Test
    void anIsolatedCompanyHasNoTiers() {
        Network network =
                Graphs.build(builder -> {
                    builder.list(builder.company("alone"));
                    builder.relate(builder.company("p"), builder.company("a"));
                });

        assertThat(Tiers.of(network, Graphs.number(network, "alone"), 6, 3).tiers()).isEmpty();
        assertThat(network.counts().isolated()).isEqualTo(1);
        assertThat(network.counts().unlisted()).isEqualTo(2);
    }

    @Test
    void raisingCompaniesAsksAgainWithoutLoading() {
        Network network = Graphs.of("p>a a>b");
        int b = Graphs.number(network, "b");
        Network raised = network.raised(List.of(b), 4);

        assertThat(Tiers.of(raised, Graphs.number(network, "p"), 6, 3).tiers())
                .extracting(Tier::below)
                .containsExactly(1, 0);
        assertThat(network.level(b)).isZero();
    }
}
