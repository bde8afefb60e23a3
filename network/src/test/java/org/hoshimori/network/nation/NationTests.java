package org.hoshimori.network.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void relationsStayNearAndLargeCompaniesHoldStarsMoreOften() {
        Adjacency suppliers = NETWORK.suppliers();
        int near = 0;
        int[] large = new int[2];
        int[] small = new int[2];
        for (int i = 0; i < NETWORK.companies(); i++) {
            for (int e = suppliers.first(i); e < suppliers.end(i); e++) {
                if (NETWORK.prefecture(i).equals(NETWORK.prefecture(suppliers.company(e)))) {
                    near++;
                }
            }
            (NETWORK.size(i) >= 100 ? large : small)[NETWORK.level(i) >= 3 ? 1 : 0]++;
        }
        assertThat((double) near / NETWORK.relations()).isBetween(0.5, 0.7);
        assertThat(share(large)).isGreaterThan(3 * share(small));
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
