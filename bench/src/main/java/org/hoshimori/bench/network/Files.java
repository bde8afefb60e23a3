package org.hoshimori.bench.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.hoshimori.network.Network;
import org.hoshimori.network.SnapshotFile;
import org.hoshimori.network.file.BadRows;
import org.hoshimori.network.file.Loaded;
import org.hoshimori.network.file.NetworkFiles;
import org.hoshimori.network.nation.Nation;
import org.hoshimori.network.nation.NationFiles;
import org.hoshimori.network.nation.NationPlan;

/// Loading a network beside merely reading its files, which the system has in memory.
final class Files {
    private final Path relations;
    private final Path companies;
    private final Path saved;

    Files(NationPlan plan, Path scratch) throws IOException {
        Path folder = scratch.resolve("files" + plan.companies());
        java.nio.file.Files.createDirectories(folder);
        relations = folder.resolve("edges.csv");
        companies = folder.resolve("companies.csv");
        saved = folder.resolve("saved.network");
        if (!java.nio.file.Files.exists(relations)) {
            Nation nation = new Nation(plan);
            NationFiles.companies(nation, companies, _ -> {});
            NationFiles.relations(nation, relations, _ -> {});
        }
    }

    void print() throws IOException {
        double bytes = java.nio.file.Files.size(relations) / 1e6;
        double one = Clock.median(() -> read(relations, 1));
        double cores =
                Clock.median(() -> read(relations, Runtime.getRuntime().availableProcessors()));
        double alone = Clock.median(() -> load(null));
        double both = Clock.median(() -> load(companies));
        Network network = load(companies);
        SnapshotFile.save(network, saved);
        // A table of names is 16 bytes a place, at most two thirds of the places taken.
        double looks =
                Floor.looks(
                        2L * network.relations(),
                        2 * Integer.highestOneBit(3 * network.companies()));
        double open = Clock.median(() -> open(saved));
        System.out.println();
        System.out.println("| files | MB | ms | MB/s | of reading by one thread, % |");
        System.out.println("|---|---|---|---|---|");
        row("relations, read only, one thread", bytes, one, one);
        row("relations, read only, every core", bytes, cores, one);
        row("two looks a relation into a table of names, every core", bytes, looks, one);
        row("relations, loaded", bytes, alone, one);
        row("relations and companies, loaded", bytes + size(companies), both, one);
        row("saved network, opened", size(saved), open, one);
        System.out.println();
    }

    private static double size(Path file) throws IOException {
        return java.nio.file.Files.size(file) / 1e6;
    }

    private void row(String what, double megabytes, double time, double read) throws IOException {
        double speed = megabytes / time * 1000;
        System.out.printf(
                "| %s | %,.0f | %,.0f | %,.0f | %.1f |%n",
                what, megabytes, time, speed, 100 * speed / (size(relations) / read * 1000));
    }

    private static long read(Path file, int threads) {
        try {
            long size = java.nio.file.Files.size(file);
            return IntStream.range(0, threads)
                    .parallel()
                    .mapToLong(t -> read(file, size * t / threads, size * (t + 1) / threads))
                    .sum();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long read(Path file, long from, long to) {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            in.skipNBytes(from);
            byte[] buffer = new byte[1 << 20];
            long left = to - from;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                left -= read;
            }
            return to - from - left;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Network load(@org.jspecify.annotations.Nullable Path list) {
        return ((Loaded.Whole) NetworkFiles.load(relations, list, BadRows.STOP, _ -> {})).network();
    }

    private static Network open(Path file) {
        try {
            return SnapshotFile.open(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
