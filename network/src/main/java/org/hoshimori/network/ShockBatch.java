package org.hoshimori.network;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// The index of every single company, one after the other, into a CSV file that grows as the work
/// goes on: what was interrupted goes on where the file ends.
public final class ShockBatch {
    private static final String HEADER = "company,esri,error\n";
    private static final int BLOCK = 4096;

    private ShockBatch() {}

    /// @param pruning see [ShockModel#cascade]; the column `error` says what it may have cost
    /// @param file new, or left over from the same network; its rows are kept
    /// @param progress told how many companies are done
    /// @throws IOException when the file cannot be written, or is of another network
    public static void run(ShockModel model, double pruning, Path file, LongConsumer progress)
            throws IOException {
        int done = Files.exists(file) ? resume(model.network, file) : 0;
        if (!Files.exists(file)) {
            Files.writeString(file, HEADER);
        }
        ConcurrentLinkedQueue<Cascade> idle = new ConcurrentLinkedQueue<>();
        int n = model.network.companies();
        try (var out = Files.newBufferedWriter(file, java.nio.file.StandardOpenOption.APPEND)) {
            while (done < n) {
                int end = Math.min(n, done + BLOCK);
                String[] rows = new String[end - done];
                int start = done;
                IntStream.range(start, end)
                        .parallel()
                        .forEach(i -> {
                            Cascade waiting = idle.poll();
                            Cascade cascade = waiting == null ? model.cascade(pruning) : waiting;
                            Shock shock = cascade.stop(i);
                            idle.add(cascade);
                            rows[i - start] =
                                    quoted(model.network.name(i))
                                            + ","
                                            + shock.index()
                                            + ","
                                            + shock.error()
                                            + "\n";
                        });
                for (String row : rows) {
                    out.write(row);
                }
                out.flush();
                done = end;
                progress.accept(done);
            }
        }
    }

    /// How many companies the file has whole rows of; a row cut short is taken off.
    private static int resume(Network network, Path file) throws IOException {
        int rows = -1;
        long whole = 0;
        String last = "";
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0, start = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                last = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                start = i + 1;
                whole = start;
                if (rows++ < 0 && !(last + "\n").equals(HEADER)) {
                    throw new IOException(file + " does not begin with " + HEADER.strip());
                }
            }
        }
        if (rows > network.companies()
                || rows > 0 && !last.startsWith(quoted(network.name(rows - 1)) + ",")) {
            throw new IOException(file + " is of another network");
        }
        try (RandomAccessFile shorter = new RandomAccessFile(file.toFile(), "rw")) {
            if (rows < 0) {
                shorter.setLength(0);
                shorter.write(HEADER.getBytes(StandardCharsets.UTF_8));
                return 0;
            }
            shorter.setLength(whole);
        }
        return rows;
    }

    private static String quoted(String name) {
        return name.matches("(?s).*[,\";\t].*") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
