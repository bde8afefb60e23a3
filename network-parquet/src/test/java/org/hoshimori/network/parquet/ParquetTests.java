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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    /// Native code that trusts a damaged length would end the whole process here, and the library
    /// would wait or compute for ever.
    @Test
    void damagedFilesAreRefusedSoonAndLeaveNothingComputing()
            throws SQLException, IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(1);
        for (String codec : new String[] {"uncompressed", "gzip", "snappy", "zstd"}) {
            for (String version : new String[] {"V1", "V2"}) {
                Path file =
                        write(
                                "select 'c' || (i % 10) as purchaser, 'c' || i as supplier, i::double as weight from range(50) t(i)",
                                codec + ", parquet_version " + version);
                byte[] good = Files.readAllBytes(file);
                for (int i = 0; i < 60; i++) {
                    // A file of its own: the library maps it, and may still look at the last one.
                    Path bad = Files.write(folder.resolve("bad" + i), damaged(good, random));
                    assertThat(Duration.ofNanos(readThrough(bad)))
                            .isLessThan(Duration.ofSeconds(20));
                    Files.delete(bad);
                }
            }
        }
        assertThat(everyCarrierIsFree()).isTrue();
    }

    /// Pages and footer are where lengths stand: most of the damage is there.
    private static byte[] damaged(byte[] good, SplittableRandom random) {
        if (random.nextInt(5) == 0) {
            return Arrays.copyOf(good, 4 + random.nextInt(good.length - 4));
        }
        byte[] bad = good.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at =
                    switch (random.nextInt(3)) {
                        case 0 -> 4 + random.nextInt(60);
                        case 1 -> good.length - 1 - random.nextInt(400);
                        default -> 4 + random.nextInt(good.length - 4);
                    };
            bad[Math.clamp(at, 4, bad.length - 1)] = (byte) random.nextInt();
        }
        return bad;
    }

    private static long readThrough(Path file) throws IOException {
        long start = System.nanoTime();
        int rows = 0;
        try (Table table = new ParquetFormat(Duration.ofSeconds(2)).open(file)) {
            while (table.next()) {
                rows++;
            }
        } catch (Unreadable refused) {
            assertThat(refused.fault().reason().en()).isNotBlank();
        }
        assertThat(rows).isLessThanOrEqualTo(51);
        assertThat(Thread.interrupted()).isFalse();
        return System.nanoTime() - start;
    }

    /// The library works on virtual threads: one that computes for ever keeps a carrier, so that so
    /// many others can never all run at once.
    private static boolean everyCarrierIsFree() throws InterruptedException {
        int carriers = Runtime.getRuntime().availableProcessors();
        CountDownLatch running = new CountDownLatch(carriers);
        for (int i = 0; i < carriers; i++) {
            Thread.ofVirtual()
                    .start(() -> {
                        running.countDown();
                        long end = System.nanoTime() + 30_000_000_000L;
                        while (running.getCount() > 0 && System.nanoTime() < end) {
                            Thread.onSpinWait();
                        }
                    });
        }
        return running.await(20, TimeUnit.SECONDS);
    }

    @Test
    void aPageThatClaimsToBeLargerThanItsColumnIsRefused() throws SQLException, IOException {
        Path file = write("select 'p' as purchaser, 'a' as supplier from range(9)", "uncompressed");
        byte[] bytes = Files.readAllBytes(file);
        // The first page's header: type, size unpacked, size; field 3 stands behind field 2.
        int at = 4;
        while (bytes[at] != 0x15 || bytes[at + 2] != 0x15 || bytes[at + 4] != 0x15) {
            at++;
        }
        bytes[at + 5] = (byte) 0x7e;
        Files.write(file, bytes);

        Loaded.Refused refused =
                (Loaded.Refused) NetworkFiles.load(file, null, BadRows.SKIP, _ -> {});
        assertThat(refused.faults().getFirst().reason().en()).contains("page");
    }

    @Test
    void aReaderThatIsTooLateIsAnErrorAndNotTheEndOfTheTable() throws SQLException, IOException {
        Path file =
                write(
                        "select 'p' as purchaser, 's' || i as supplier from range(3000) t(i)",
                        "gzip");
        int rows = 0;
        boolean refused = false;
        try (Table table = new ParquetFormat(Duration.ofNanos(1)).open(file)) {
            while (table.next()) {
                rows++;
            }
        } catch (Unreadable late) {
            refused = true;
        }
        assertThat(refused || rows == 3001).isTrue();
    }

    private Path write(String select, String codec) throws SQLException {
        Path file =
                folder.resolve(codec.replaceAll("[^a-zV12]", "") + select.hashCode() + ".parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute(
                    "copy (%s) to '%s' (format parquet, compression %s)"
                            .formatted(select, file, codec));
        }
        return file;
    }
}
