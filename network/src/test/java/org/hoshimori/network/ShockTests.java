package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShockTests {
    @Property(tries = 400)
    void theCascadeEndsWhereTheEquationsOfThePaperDo(
            @ForAll long seed, @ForAll Production production) {
        Network network = Graphs.random(seed);
        Cascade cascade = new ShockModel(network, production).cascade(0);
        for (int stopped = 0; stopped < Math.min(3, network.companies()); stopped++) {
            double[] expected = equations(network, production, stopped);
            if (expected == null) {
                // A core that loses everything in ever smaller steps: too slow to wait for.
                continue;
            }
            Shock shock = cascade.stop(stopped);
            double[] losses = new double[network.companies()];
            for (int i = 0; i < shock.touched(); i++) {
                losses[shock.company(i)] = shock.loss(i);
            }
            assertThat(losses).containsExactly(expected, within(1e-6));
            assertThat(shock.index()).isCloseTo(index(network, expected), within(1e-6));
        }
    }

    /// Iterates the equations over everybody until nothing changes, straight from their words.
    private static double[] equations(Network network, Production production, int stopped) {
        int n = network.companies();
        double[] down = new double[n];
        double[] up = new double[n];
        for (int round = 0; round < 500; round++) {
            double[] nextDown = new double[n];
            double[] nextUp = new double[n];
            for (int i = 0; i < n; i++) {
                nextDown[i] = i == stopped ? 1 : worstInput(network, production, i, down);
                nextUp[i] = i == stopped ? 1 : lostSales(network, i, up);
            }
            boolean same = true;
            for (int i = 0; i < n; i++) {
                same &= Math.abs(nextDown[i] - down[i]) + Math.abs(nextUp[i] - up[i]) < 1e-13;
            }
            down = nextDown;
            up = nextUp;
            if (same) {
                return larger(down, up);
            }
        }
        return null;
    }

    private static double[] larger(double[] down, double[] up) {
        int n = down.length;
        double[] loss = new double[n];
        for (int i = 0; i < n; i++) {
            loss[i] = Math.max(down[i], up[i]);
        }
        return loss;
    }

    private static double worstInput(Network network, Production production, int i, double[] loss) {
        Adjacency rows = network.suppliers();
        Map<String, Double> bought = new HashMap<>();
        Map<String, Double> lost = new HashMap<>();
        for (int e = rows.first(i); e < rows.end(i); e++) {
            int supplier = rows.company(e);
            String key = input(network, production, i, e);
            bought.merge(key, (double) rows.weight(e), Double::sum);
            lost.merge(key, rows.weight(e) * part(network, supplier) * loss[supplier], Double::sum);
        }
        double all = bought.values().stream().mapToDouble(d -> d).sum();
        double worst = 0;
        for (String key : bought.keySet()) {
            double of = key.equals("common") ? all : bought.get(key);
            worst = Math.max(worst, of > 0 ? lost.get(key) / of : 0);
        }
        return Math.min(1, worst);
    }

    private static String input(Network network, Production production, int i, int relation) {
        Adjacency rows = network.suppliers();
        String industry = network.industry(rows.company(relation)).orElse("");
        boolean essential =
                switch (production) {
                    case LINEAR -> false;
                    case LEONTIEF -> true;
                    case MIXED ->
                            IntStream.range(rows.first(i), rows.end(i))
                                    .filter(e ->
                                            industry.isEmpty()
                                                    ? e == relation
                                                    : network.industry(rows.company(e))
                                                            .orElse("")
                                                            .equals(industry))
                                    .anyMatch(e -> (rows.kinds(e) & Dependence.STOP.bit()) != 0);
                };
        return !essential ? "common" : industry.isEmpty() ? "own " + relation : industry;
    }

    private static double part(Network network, int supplier) {
        String industry = network.industry(supplier).orElse("");
        if (industry.isEmpty()) {
            return 1;
        }
        double all =
                IntStream.range(0, network.companies())
                        .filter(i -> network.industry(i).orElse("").equals(industry))
                        .mapToDouble(i -> sales(network, i))
                        .sum();
        return all > 0 ? sales(network, supplier) / all : 0;
    }

    private static double sales(Network network, int company) {
        Adjacency rows = network.purchasers();
        double sales = 0;
        for (int e = rows.first(company); e < rows.end(company); e++) {
            sales += rows.weight(e);
        }
        return sales;
    }

    private static double lostSales(Network network, int i, double[] loss) {
        Adjacency rows = network.purchasers();
        double sales = sales(network, i);
        double lost = 0;
        for (int e = rows.first(i); e < rows.end(i); e++) {
            lost += sales > 0 ? rows.weight(e) / sales * loss[rows.company(e)] : 0;
        }
        return lost;
    }

    private static double index(Network network, double[] loss) {
        double all = 0;
        double lost = 0;
        for (int i = 0; i < loss.length; i++) {
            all += sales(network, i);
            lost += loss[i] * sales(network, i);
        }
        return all > 0 ? lost / all : 0;
    }

    @Property(tries = 500)
    void pruningNeverTakesMoreThanTheBoundSays(
            @ForAll long seed,
            @ForAll Production production,
            @ForAll @IntRange(min = 1, max = 5) int digits) {
        Network network = Graphs.random(seed);
        ShockModel model = new ShockModel(network, production);
        double pruning = Math.pow(10, -digits);
        for (int stopped = 0; stopped < Math.min(3, network.companies()); stopped++) {
            double exact = model.cascade(0).stop(stopped).index();
            Shock pruned = model.cascade(pruning).stop(stopped);
            assertThat(pruned.index()).isLessThanOrEqualTo(exact + 1e-9);
            assertThat(pruned.index() + pruned.error()).isGreaterThanOrEqualTo(exact - 1e-6);
        }
    }

    /// Losses that feed on themselves grow beyond all numbers: no bound is known, and none is told.
    @Test
    void whereNoBoundIsKnownNoneIsTold() {
        pruningNeverTakesMoreThanTheBoundSays(181, Production.LEONTIEF, 1);
        pruningNeverTakesMoreThanTheBoundSays(181, Production.LEONTIEF, 3);
    }

    @Property(tries = 300)
    void aLargerShockIsNeverSmallerAndACascadeForgets(@ForAll long seed) {
        Network network = Graphs.random(seed);
        Cascade cascade = new ShockModel(network, Production.LEONTIEF).cascade(0);
        double one = cascade.stop(0).index();
        int[] two = network.companies() > 1 ? new int[] {0, 1, 1} : new int[] {0};
        assertThat(cascade.stop(two).index()).isGreaterThanOrEqualTo(one - 1e-9);
        assertThat(cascade.stop(0).index()).isEqualTo(one);
    }

    @Property(tries = 500)
    void aGreedyPlanKeepsWhatItProves(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int count,
            @ForAll @IntRange(min = 1, max = 3) int depth) {
        Network network = small(seed);
        List<Integer> below =
                IntStream.range(0, network.companies())
                        .filter(i -> network.level(i) < 3)
                        .boxed()
                        .toList();
        RaisePlan plan = RaisePlan.of(network, 3, count, depth, _ -> {});
        int best = best(network, below, count, depth, 0, new Marks(network.companies()));
        int covered =
                covers(network, plan.steps().stream().map(RaisePlan.Step::company).toList(), depth);

        assertThat(plan.covered()).isEqualTo(covered);
        assertThat(plan.covered()).isGreaterThanOrEqualTo((int) Math.ceil(0.632 * best - 1e-9));
        assertThat(plan.covered())
                .isGreaterThanOrEqualTo((int) Math.ceil(plan.atLeast() * best - 1e-9));
        assertThat(plan.steps()).allMatch(step -> network.level(step.company()) < 3);
    }

    private static Network small(long seed) {
        for (long s = seed; ; s++) {
            Network network = Graphs.random(s);
            if (network.companies() <= 12) {
                return network;
            }
        }
    }

    private static int best(
            Network network, List<Integer> from, int count, int depth, int at, Marks covered) {
        int best = covered.size();
        if (count == 0) {
            return best;
        }
        for (int i = at; i < from.size(); i++) {
            Marks with = covered.sized(network.companies());
            Reached reached = Search.ofPurchasers(network).from(from.get(i), depth);
            for (int j = 1; j < reached.order().length; j++) {
                with.add(reached.order()[j]);
            }
            best = Math.max(best, best(network, from, count - 1, depth, i + 1, with));
        }
        return best;
    }

    private static int covers(Network network, List<Integer> raised, int depth) {
        Marks covered = new Marks(network.companies());
        for (int company : raised) {
            Reached reached = Search.ofPurchasers(network).from(company, depth);
            for (int j = 1; j < reached.order().length; j++) {
                covered.add(reached.order()[j]);
            }
        }
        return covered.size();
    }

    @Test
    void aCompromiseFollowsAccessToPurchasersOnly() {
        Network network =
                Graphs.build(builder -> {
                    int access = Dependence.ACCESS.bit();
                    builder.relate(builder.company("p"), builder.company("a"), 1, 0, access);
                    builder.relate(builder.company("q"), builder.company("p"), 1, 0, access);
                    builder.relate(builder.company("r"), builder.company("p"), 1, 0, 1);
                    builder.relate(builder.company("a"), builder.company("b"), 1, 0, access);
                });
        Compromise reach = Compromise.of(network, List.of(Graphs.number(network, "a")));

        assertThat(reach.reached().stream().map(network::name)).containsExactly("p", "q");
        assertThat(reach.furthest()).isEqualTo(2);
        assertThat(Compromise.known(network)).isTrue();
        assertThat(Compromise.of(network, List.of(Graphs.number(network, "q"))))
                .isEqualTo(new Compromise(0, 0, List.of()));
    }

    @Test
    void aBatchGoesOnWhereItWasCutOffAndRefusesAnotherNetworksFile(
            @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws java.io.IOException {
        ShockModel model =
                new ShockModel(
                        new org.hoshimori.network.nation.Nation(
                                        new org.hoshimori.network.nation.NationPlan(
                                                2, 9000, 30_000))
                                .network(),
                        Production.LINEAR);
        java.nio.file.Path whole = folder.resolve("whole.csv");
        java.nio.file.Path cut = folder.resolve("cut.csv");
        ShockBatch.run(model, 1e-4, whole, _ -> {});
        byte[] bytes = java.nio.file.Files.readAllBytes(whole);
        for (int length : new int[] {0, 7, 30, bytes.length / 2, bytes.length}) {
            java.nio.file.Files.write(cut, java.util.Arrays.copyOf(bytes, length));
            ShockBatch.run(model, 1e-4, cut, _ -> {});
            assertThat(cut).hasSameBinaryContentAs(whole);
        }
        ShockModel other = new ShockModel(Graphs.of("a>b b>c"), Production.LINEAR);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> ShockBatch.run(other, 0, whole, _ -> {}))
                .hasMessageContaining("another network");
    }
}
