package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hoshimori.network.nation.Nation;
import org.hoshimori.network.nation.NationPlan;
import org.junit.jupiter.api.Test;

class ExposureTests {
    @Property(tries = 1000)
    void isTheShareOfPathsThatMeetACompanyBelow(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth) {
        Network network = Graphs.random(seed);
        Exposure exposure = Exposure.of(network, depth, 3);
        for (int i = 0; i < Math.min(4, network.companies()); i++) {
            assertThat(exposure.share(i)).isCloseTo(walk(network, i, depth), within(1e-5));
        }
    }

    /// Walks every path, one by one.
    private static double walk(Network network, int company, int depth) {
        Adjacency rows = network.suppliers();
        double all = 0;
        for (int e = rows.first(company); e < rows.end(company); e++) {
            all += rows.weight(e);
        }
        double share = 0;
        for (int e = rows.first(company); all > 0 && depth > 0 && e < rows.end(company); e++) {
            boolean below = network.level(rows.company(e)) < 3;
            share += rows.weight(e) / all * (below ? 1 : walk(network, rows.company(e), depth - 1));
        }
        return share;
    }

    @Property(tries = 1000)
    void theStepsOfOnePurchaserAddUpToTheExposureOfAll(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int depth) {
        Network network = Graphs.random(seed);
        for (int i = 0; i < Math.min(4, network.companies()); i++) {
            List<ExposurePaths.Step> steps = ExposurePaths.of(network, i, depth, 3);
            double met = steps.isEmpty() ? 0 : steps.getLast().met();
            assertThat(met).isCloseTo(Exposure.of(network, depth, 3).share(i), within(1e-5));
        }
    }

    @Test
    void rowsOfAnyLengthAddUpWhereverABlockEnds() {
        Network network = new Nation(new NationPlan(3, 20_000, 90_000)).network();
        for (int depth = 1; depth <= 3; depth++) {
            Exposure exposure = Exposure.of(network, depth, 3);
            for (int i = 0; i < network.companies(); i++) {
                List<ExposurePaths.Step> steps = ExposurePaths.of(network, i, depth, 3);
                double met = steps.isEmpty() ? 0 : steps.getLast().met();
                assertThat(exposure.share(i)).isCloseTo(met, within(2e-7 * depth * met + 1e-12));
            }
        }
    }

    @Property(tries = 300)
    void neverFallsWithATierNorRisesWithAStar(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Exposure two = Exposure.of(network, 2, 3);
        Exposure three = Exposure.of(network, 3, 3);
        Exposure raised = Exposure.of(network.raised(List.of(0), 5), 3, 3);
        for (int i = 0; i < network.companies(); i++) {
            assertThat(three.share(i)).isBetween(two.share(i) - 1e-6, 1.0);
            assertThat(raised.share(i)).isLessThanOrEqualTo(three.share(i) + 1e-6);
        }
    }

    @Test
    void pathsAreWeighedByPurchases() {
        Network network =
                Graphs.build(builder -> {
                    int p = builder.company("p");
                    int a = builder.company("a");
                    int b = builder.company("b");
                    int c = builder.company("c");
                    builder.level(b, Network.SCHEME, 3);
                    builder.level(c, Network.SCHEME, 4);
                    builder.relate(p, a, 1, 0, 0);
                    builder.relate(p, b, 3, 0, 0);
                    builder.relate(b, a, 1, 0, 0);
                    builder.relate(b, c, 1, 0, 0);
                });
        int p = Graphs.number(network, "p");

        assertThat(Exposure.of(network, 1, 3).share(p)).isEqualTo(0.25);
        assertThat(Exposure.of(network, 2, 3).share(p)).isEqualTo(0.625);
        assertThat(ExposurePaths.of(network, p, 5, 3))
                .containsExactly(
                        new ExposurePaths.Step(1, 1, 0.25, 0.25),
                        new ExposurePaths.Step(2, 0.75, 0.375, 0.625));
    }
}
