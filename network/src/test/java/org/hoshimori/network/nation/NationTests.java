package org.hoshimori.network.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.BowTie;
import org.hoshimori.network.Cores;
import org.hoshimori.network.Degrees;
import org.hoshimori.network.Network;
import org.hoshimori.network.file.BadRows;
import org.hoshimori.network.file.Loaded;
import org.hoshimori.network.file.NetworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NationTests {
    private static final Nation NATION = new Nation(new NationPlan(1, 60_000, 300_000));
    private static final Network NETWORK = NATION.network();

    @Test
    void hasTheStructureThatIsPublishedOfJapans() {
        assertThat(NETWORK.companies()).isEqualTo(60_000);
        assertThat(NETWORK.relations()).isBetween(235_000, 310_000);
        BowTie tie = BowTie.of(NETWORK, Cores.of(NETWORK));
        assertThat(tie.core() / 60_000.0).isBetween(0.40, 0.60);
        assertThat(tie.upstream() / 60_000.0).isBetween(0.08, 0.25);
        assertThat(tie.downstream() / 60_000.0).isBetween(0.18, 0.32);
        assertThat(Degrees.of(NETWORK.suppliers()).tail()).isBetween(1.1, 1.8);
        // In small nations the cells are small, and the tail of customers falls faster.
        assertThat(Degrees.of(NETWORK.purchasers()).tail()).isBetween(1.1, 2.2);
    }

    @Test
    void relationsGatherInPrefecturesFarBeyondChance() {
        Adjacency suppliers = NETWORK.suppliers();
        Map<String, Integer> bought = new HashMap<>();
        Map<String, Integer> sold = new HashMap<>();
        int near = 0;
        for (int i = 0; i < NETWORK.companies(); i++) {
            for (int e = suppliers.first(i); e < suppliers.end(i); e++) {
                String here = NETWORK.prefecture(i).orElseThrow();
                String there = NETWORK.prefecture(suppliers.company(e)).orElseThrow();
                bought.merge(here, 1, Integer::sum);
                sold.merge(there, 1, Integer::sum);
                near += here.equals(there) ? 1 : 0;
            }
        }
        double all = NETWORK.relations();
        double chance = 0;
        for (Map.Entry<String, Integer> here : bought.entrySet()) {
            chance += here.getValue() / all * sold.getOrDefault(here.getKey(), 0) / all;
        }
        assertThat(near / all).isBetween(0.5, 0.6);
        assertThat(near / all / chance).isBetween(5.0, 12.0);
    }

    /// Two partners of one company are related to each other far more often than any two are.
    @Test
    void partnersOfACompanyAreOftenPartnersThemselves() {
        SplittableRandom random = new SplittableRandom(3);
        int companies = NETWORK.companies();
        int tried = 0;
        int closed = 0;
        while (tried < 100_000) {
            int i = random.nextInt(companies);
            int degree = NETWORK.suppliers().degree(i) + NETWORK.purchasers().degree(i);
            if (degree >= 2) {
                int a = partner(i, random.nextInt(degree));
                int b = partner(i, random.nextInt(degree));
                if (a != b) {
                    tried++;
                    closed += related(a, b) || related(b, a) ? 1 : 0;
                }
            }
        }
        double density = 2.0 * NETWORK.relations() / companies / (companies - 1.0);
        assertThat((double) closed / tried).isBetween(0.01, 0.03);
        assertThat((double) closed / tried / density).isGreaterThan(50);
    }

    private static int partner(int company, int at) {
        Adjacency suppliers = NETWORK.suppliers();
        Adjacency purchasers = NETWORK.purchasers();
        int own = suppliers.degree(company);
        return at < own
                ? suppliers.company(suppliers.first(company) + at)
                : purchasers.company(purchasers.first(company) + at - own);
    }

    private static boolean related(int purchaser, int supplier) {
        Adjacency suppliers = NETWORK.suppliers();
        for (int e = suppliers.first(purchaser); e < suppliers.end(purchaser); e++) {
            if (suppliers.company(e) == supplier) {
                return true;
            }
        }
        return false;
    }

    @Test
    void levelsGoAlongWithSize() {
        double[] sum = new double[5];
        int[][] holds = new int[4][2];
        for (int i = 0; i < NETWORK.companies(); i++) {
            double size = Math.log(NETWORK.size(i));
            double level = NETWORK.level(i);
            sum[0] += size;
            sum[1] += level;
            sum[2] += size * size;
            sum[3] += level * level;
            sum[4] += size * level;
            int rank = (int) Math.min(3, Math.log10(NETWORK.size(i)));
            holds[rank][level >= 3 ? 1 : 0]++;
        }
        double n = NETWORK.companies();
        double correlation =
                (n * sum[4] - sum[0] * sum[1])
                        / Math.sqrt(
                                (n * sum[2] - sum[0] * sum[0]) * (n * sum[3] - sum[1] * sum[1]));
        assertThat(correlation).isBetween(0.25, 0.45);
        // Up to 9, 99, 999 employees, and more.
        assertThat(share(holds[0])).isBetween(0.05, 0.11);
        assertThat(share(holds[1])).isBetween(0.25, 0.45);
        assertThat(share(holds[2])).isBetween(0.6, 0.9);
        assertThat(share(holds[3])).isGreaterThan(0.9);
    }

    @Test
    void anotherSeedGivesAnotherNation() {
        Network other = new Nation(new NationPlan(2, 3000, 15_000)).network();
        Network one = new Nation(new NationPlan(1, 3000, 15_000)).network();
        int same = 0;
        for (int i = 0; i < 3000; i++) {
            int there = other.company(one.name(i)).orElseThrow();
            same += one.suppliers().degree(i) == other.suppliers().degree(there) ? 1 : 0;
        }
        assertThat(same).isLessThan(1500);
        // Nor are its companies the first one's, counted from elsewhere.
        assertThat(sizes(one)).isNotEqualTo(sizes(other));
    }

    private static long sizes(Network network) {
        long sizes = 0;
        for (int i = 0; i < network.companies(); i++) {
            sizes += (long) network.size(i);
        }
        return sizes;
    }

    private static double share(int[] counts) {
        return (double) counts[1] / (counts[0] + counts[1]);
    }

    @Test
    void theSamePlanGivesTheSameFilesAndTheFilesGiveTheNetwork(@TempDir Path folder)
            throws IOException {
        NationPlan plan = new NationPlan(9, 3000, 15_000);
        Path companies = folder.resolve("c.csv.gz");
        Path relations = folder.resolve("e.csv");
        Path again = folder.resolve("again.csv");
        NationFiles.companies(new Nation(plan), companies, _ -> {});
        NationFiles.relations(new Nation(plan), relations, _ -> {});
        NationFiles.relations(new Nation(plan), again, _ -> {});

        assertThat(again).hasSameBinaryContentAs(relations);
        assertThat(Files.list(folder).toList()).hasSize(3);
        Loaded.Whole loaded =
                (Loaded.Whole) NetworkFiles.load(relations, companies, BadRows.STOP, _ -> {});
        Network direct = new Nation(plan).network();
        assertThat(loaded.network().counts()).isEqualTo(direct.counts());
        for (int i = 0; i < direct.companies(); i++) {
            int there = loaded.network().company(direct.name(i)).orElseThrow();
            assertThat(loaded.network().level(there)).isEqualTo(direct.level(i));
            assertThat(loaded.network().suppliers().degree(there))
                    .isEqualTo(direct.suppliers().degree(i));
        }
    }

    @Test
    void aNationOfOneStandsAloneAndOneOfNobodyIsRefused() {
        assertThat(new Nation(new NationPlan(1, 1, 5)).network().relations()).isZero();
        assertThatThrownBy(() -> new NationPlan(1, 0, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
