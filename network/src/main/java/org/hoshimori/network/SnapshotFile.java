package org.hoshimori.network;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps a network in a file that is mapped into memory and taken over at the speed of a copy,
/// because the questions run on arrays: reading mapped memory in their inner loops took 1.5 to 9
/// times as long (docs/adr/0014). The form stands in docs/reference/network.md.
public final class SnapshotFile {
    private SnapshotFile() {}

    /// Writes a network; the file appears whole or not at all.
    public static void save(Network network, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            SnapshotWriter writer = new SnapshotWriter();
            Attributes known = network.attributes;
            writer.bytes(trimmed(network.names));
            writer.ints(java.util.Arrays.copyOf(network.names.starts, network.companies() + 1));
            writer.ints(network.suppliers.offsets);
            writer.ints(network.suppliers.targets);
            writer.floats(network.suppliers.weights);
            writer.bytes(network.suppliers.kinds);
            writer.bytes(network.suppliers.required);
            writer.longs(network.counts().doubled(), network.counts().selfSupply());
            writer.floats(known.sizes());
            writer.longs(known.listed().words);
            column(writer, known.industry());
            column(writer, known.prefecture());
            Map<String, byte[]> levels = new TreeMap<>(known.levels());
            writer.text(String.join("\n", levels.keySet()));
            levels.values().forEach(writer::bytes);
            writer.write(part);
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException elsewhere) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] trimmed(Names names) {
        return java.util.Arrays.copyOf(names.bytes, names.starts[names.size()]);
    }

    private static void column(SnapshotWriter writer, Column column) {
        writer.text(String.join("\n", column.texts()));
        writer.shorts(column.codes());
    }

    /// Whether a file begins as one of these does.
    public static boolean recognises(byte[] head) {
        return head.length >= SnapshotWriter.MAGIC.length
                && java.util.Arrays.equals(
                        head,
                        0,
                        SnapshotWriter.MAGIC.length,
                        SnapshotWriter.MAGIC,
                        0,
                        SnapshotWriter.MAGIC.length);
    }

    /// Takes a network over from a file, after checking every section against its checksum and
    /// every number against its range.
    ///
    /// @throws IOException when the file cannot be read, or is not what [#save] writes
    public static Network open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment mapped =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return read(new SnapshotReader(mapped));
        }
    }

    private static Network read(SnapshotReader reader) throws IOException {
        byte[] bytes = reader.bytes();
        int[] starts = reader.ints();
        SnapshotReader.check(starts.length >= 1, "no names");
        ascending(starts, bytes.length);
        int n = starts.length - 1;
        int[] offsets = reader.ints();
        int[] targets = reader.ints();
        float[] weights = reader.floats();
        byte[] kinds = reader.bytes();
        byte[] required = reader.bytes();
        SnapshotReader.check(offsets.length == n + 1, "rows");
        ascending(offsets, targets.length);
        int m = targets.length;
        SnapshotReader.check(
                weights.length == m
                        && kinds.length == m
                        && (required.length == m || required.length == 0),
                "relations");
        for (int i = 0; i < n; i++) {
            for (int e = offsets[i]; e < offsets[i + 1]; e++) {
                SnapshotReader.check(
                        targets[e] >= 0
                                && targets[e] < n
                                && targets[e] != i
                                && (e == offsets[i] || targets[e - 1] < targets[e])
                                && weights[e] >= 0
                                && weights[e] < Float.POSITIVE_INFINITY,
                        "a relation");
            }
        }
        for (byte level : required) {
            SnapshotReader.check(level >= 0, "a required level");
        }
        long[] told = reader.longs();
        SnapshotReader.check(told.length == 2, "counts");
        float[] sizes = reader.floats();
        long[] listed = reader.longs();
        SnapshotReader.check(sizes.length == n && listed.length == (n + 63) >>> 6, "companies");
        Column industry = column(reader, n);
        Column prefecture = column(reader, n);
        Map<String, byte[]> levels = new TreeMap<>();
        String schemes = reader.text();
        for (String scheme : schemes.isEmpty() ? List.<String>of() : schemes.lines().toList()) {
            byte[] of = reader.bytes();
            SnapshotReader.check(of.length == n, "levels");
            for (byte level : of) {
                SnapshotReader.check(level >= 0, "a level");
            }
            levels.put(scheme, of);
        }
        Adjacency suppliers = new Adjacency(offsets, targets, weights, kinds, required);
        Adjacency purchasers = suppliers.turned();
        Attributes attributes =
                new Attributes(Map.copyOf(levels), industry, prefecture, sizes, Marks.of(listed));
        return new Network(
                Names.of(bytes, starts),
                suppliers,
                purchasers,
                attributes,
                NetworkBuilder.counts(suppliers, purchasers, attributes, told[0] + m, told[1]));
    }

    private static void ascending(int[] offsets, int end) throws IOException {
        SnapshotReader.check(offsets[0] == 0 && offsets[offsets.length - 1] == end, "offsets");
        for (int i = 1; i < offsets.length; i++) {
            SnapshotReader.check(offsets[i - 1] <= offsets[i], "offsets");
        }
    }

    private static Column column(SnapshotReader reader, int companies) throws IOException {
        List<String> texts = new ArrayList<>(List.of(reader.text().split("\n", -1)));
        short[] codes = reader.shorts();
        SnapshotReader.check(
                codes.length == companies && texts.getFirst().isEmpty() && texts.size() <= 0x10000,
                "a column");
        for (short code : codes) {
            SnapshotReader.check((code & 0xffff) < texts.size(), "a code");
        }
        return new Column(codes, List.copyOf(texts));
    }

    static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);
}
