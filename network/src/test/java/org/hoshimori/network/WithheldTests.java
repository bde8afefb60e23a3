package org.hoshimori.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WithheldTests {
    private static final int K = 5;
    private static final byte[] KEY = "a key that askers do not know".getBytes();

    @Property(tries = 500)
    void noAnswerNamesOrCountsFewerThanKOfTheWithheld(@ForAll long seed) {
        Network network = Graphs.random(seed);
        List<Integer> visible = visible(network, seed);
        Set<String> names = new HashSet<>(visible.stream().map(network::name).toList());
        for (Withheld.Seen seen :
                Withheld.of(network, 0, visible, K, KEY, 6).tiers(6, 3, Map.of())) {
            assertThat(names).containsAll(seen.names());
            assertThat(seen.hidden().about() % K).isZero();
            seen.hidden().byLevel().values().forEach(count -> assertThat(count).isNotZero());
        }
    }

    @Property(tries = 500)
    void depthRequiredLevelAndWhatIfTellNothingMoreOfTheWithheld(@ForAll long seed) {
        Network network = Graphs.random(seed);
        List<Integer> visible = visible(network, seed);
        Withheld view = Withheld.of(network, 0, visible, K, KEY, 6);
        List<Withheld.Hidden> whole = hidden(view.tiers(6, 3, Map.of()));
        Map<String, Integer> everybody =
                Map.of("c1", 5, "c2", 5, "c3", 5, "c4", 5, "c5", 5, "c6", 5);
        for (int depth = 1; depth <= 6; depth++) {
            for (int required = 0; required <= 5; required++) {
                List<Withheld.Hidden> part = hidden(view.tiers(depth, required, everybody));
                assertThat(part).isEqualTo(whole.subList(0, part.size()));
            }
        }
        assertThat(hidden(Withheld.of(network, 0, visible, K, KEY, 6).tiers(6, 3, Map.of())))
                .isEqualTo(whole);
    }

    @Test
    void aTierOfFewWithoutANameIsAsIfItWereNotThere() {
        Network network = Graphs.of("p>a p>b a>x x>y");
        List<Integer> visible = List.of(Graphs.number(network, "a"), Graphs.number(network, "b"));
        Withheld view = Withheld.of(network, Graphs.number(network, "p"), visible, K, KEY, 6);

        assertThat(view.tiers(6, 3, Map.of())).hasSize(1);
        assertThat(view.tiers(6, 3, Map.of()).getFirst().names()).containsExactly("a", "b");
    }

    private static List<Withheld.Hidden> hidden(List<Withheld.Seen> tiers) {
        return tiers.stream().map(Withheld.Seen::hidden).toList();
    }

    private static List<Integer> visible(Network network, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, network.companies())
                .filter(_ -> random.nextInt(3) == 0)
                .boxed()
                .toList();
    }

    /// The attacker sees the answers of two days and knows that between them either one anonymous
    /// supplier came or nobody did. It guesses from the difference, in the best way there is.
    @Test
    void theDifferenceOfTwoDaysBarelyTellsWhetherOneCompanyCame() {
        Map<Integer, Integer> came = new java.util.TreeMap<>();
        Map<Integer, Integer> left = new java.util.TreeMap<>();
        int trials = 2000;
        for (int trial = 0; trial < trials; trial++) {
            int base = 20 + trial % 10;
            int before = about(base, trial);
            came.merge(about(base + 1, trial) - before, 1, Integer::sum);
            // One came and another left: as many as before, but not the same.
            left.merge(aboutWithout(base + 1, trial) - before, 1, Integer::sum);
        }
        int guessed = 0;
        Set<Integer> differences = new HashSet<>(came.keySet());
        differences.addAll(left.keySet());
        for (int difference : differences) {
            guessed += Math.max(came.getOrDefault(difference, 0), left.getOrDefault(difference, 0));
        }
        // A coin gets 50 %. Without rounding and offsets it would be 100 %.
        assertThat(guessed / (2.0 * trials)).isLessThan(0.65);
    }

    private static int about(int suppliers, int trial) {
        return answer(IntStream.range(0, suppliers).boxed().toList(), trial);
    }

    private static int aboutWithout(int suppliers, int trial) {
        List<Integer> set = new ArrayList<>(IntStream.range(0, suppliers).boxed().toList());
        set.remove(trial % suppliers);
        return answer(set, trial);
    }

    private static int answer(List<Integer> suppliers, int trial) {
        Network network =
                Graphs.build(builder -> {
                    int asker = builder.company("asker" + trial);
                    suppliers.forEach(i -> builder.relate(asker, builder.company("s" + i)));
                });
        return Withheld.of(network, Graphs.number(network, "asker" + trial), List.of(), K, KEY, 1)
                .tiers(1, 3, Map.of())
                .getFirst()
                .hidden()
                .about();
    }
}
