package org.hoshimori.network.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hoshimori.network.Adjacency;
import org.hoshimori.network.Network;
import org.hoshimori.network.file.BadRows;
import org.hoshimori.network.file.Loaded;
import org.hoshimori.network.file.NetworkFiles;
import org.hoshimori.network.file.Table;
import org.hoshimori.network.file.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are written by DuckDB, which we did not write either.
class ParquetTests {
    @TempDir private Path folder;

    @Test
    void readsRelationsAndCompaniesThatAnotherProgramWrote() throws SQLException {
        for (String codec : new String[] {"uncompressed", "gzip", "snappy", "zstd"}) {
            Path e =
                    write(
                            "select 'c' || (i % 100) as purchaser, 'c' || (i * 7 % 101) as supplier,"
                                    + " i::double as weight, null::int as required from range(1, 5000) t(i)",
                            codec);
            Path c =
                    write(
                            "select i % 6 as level, 'c' || i as company, '鉄鋼' as industry, i::bigint as size"
                                    + " from range(101) t(i)",
                            codec);
            Loaded.Whole whole = (Loaded.Whole) NetworkFiles.load(e, c, BadRows.STOP, _ -> {});
            Network network = whole.network();

            assertThat(network.companies()).isEqualTo(101);
            int c1 = network.company("c1").orElseThrow();
            assertThat(network.level(c1)).isEqualTo(1);
            assertThat(network.industry(c1)).contains("鉄鋼");
            assertThat(network.size(network.company("c77").orElseThrow())).isEqualTo(77);
            double all = 0;
            Adjacency rows = network.suppliers();
            for (int i = 0; i < network.companies(); i++) {
                for (int r = rows.first(i); r < rows.end(i); r++) {
                    all += rows.weight(r);
                }
            }
            assertThat(all).isBetween(11_000_000.0, 4999 * 2500.0);
        }
    }

    @Test
    void aBadRowIsNamedByItsNumberAndColumn() throws SQLException {
        Path e =
                write(
                        "select * from (values ('p', 'a', 1.5), ('p', 'b', -2)) t(purchaser, supplier, weight)",
                        "snappy");

        Loaded.Refused refused = (Loaded.Refused) NetworkFiles.load(e, null, BadRows.STOP, _ -> {});
        assertThat(refused.faults()).hasSize(1);
        assertThat(refused.faults().getFirst().line()).isEqualTo(2);
        assertThat(refused.faults().getFirst().column()).isEqualTo(3);
    }

    /// Native code that trusts a damaged length would end the whole process here.
    @Test
    void damagedFilesAreRefusedAndNothingIsThrown() throws SQLException, IOException {
        Path e =
                write(
                        "select 'c' || (i % 10) as purchaser, 'c' || i as supplier from range(50) t(i)",
                        "snappy");
        byte[] good = Files.readAllBytes(e);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            if (i % 3 == 0) {
                bad = Arrays.copyOf(bad, 4 + random.nextInt(bad.length - 4));
            } else {
                bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt();
            }
            Files.write(e, bad);
            int rows = 0;
            try (Table table = new ParquetFormat(Duration.ofMillis(150)).open(e)) {
                while (table.next()) {
                    rows++;
                }
            } catch (Unreadable refused) {
                assertThat(refused.fault().reason().en()).isNotBlank();
            }
            assertThat(rows).isLessThanOrEqualTo(51);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private Path write(String select, String codec) throws SQLException {
        Path file = folder.resolve(codec + select.hashCode() + ".parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute(
                    "copy (%s) to '%s' (format parquet, compression %s)"
                            .formatted(select, file, codec));
        }
        return file;
    }
}
