package org.hoshimori.network;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// Lays sections out one after the other: 8 bytes of length, 8 bytes with the CRC-32C of the
/// content, the content, and zeros up to a multiple of 64 bytes. All numbers little-endian.
final class SnapshotWriter {
    /// Begins the file; the last byte is the version of the form.
    static final byte[] MAGIC = {'H', 'O', 'S', 'H', 'I', 'N', 'E', 1};

    static final int ALIGNED = 64;
    static final int HEAD = 16;

    private interface Content {
        void copyTo(MemorySegment at);
    }

    private record Section(long length, Content content) {}

    private final List<Section> sections = new ArrayList<>();

    void bytes(byte[] values) {
        sections.add(new Section(values.length, to -> to.copyFrom(MemorySegment.ofArray(values))));
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void ints(int[] values) {
        sections.add(
                new Section(
                        4L * values.length,
                        to ->
                                MemorySegment.copy(
                                        values, 0, to, SnapshotFile.INT, 0, values.length)));
    }

    void longs(long... values) {
        sections.add(
                new Section(
                        8L * values.length,
                        to ->
                                MemorySegment.copy(
                                        values, 0, to, SnapshotFile.LONG, 0, values.length)));
    }

    void floats(float[] values) {
        sections.add(
                new Section(
                        4L * values.length,
                        to ->
                                MemorySegment.copy(
                                        values, 0, to, SnapshotFile.FLOAT, 0, values.length)));
    }

    void shorts(short[] values) {
        sections.add(
                new Section(
                        2L * values.length,
                        to ->
                                MemorySegment.copy(
                                        values, 0, to, SnapshotFile.SHORT, 0, values.length)));
    }

    void write(Path file) throws IOException {
        long size = ALIGNED;
        for (Section section : sections) {
            size += aligned(HEAD + section.length());
        }
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
                Arena arena = Arena.ofConfined()) {
            MemorySegment mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
            mapped.asSlice(0, MAGIC.length).copyFrom(MemorySegment.ofArray(MAGIC));
            long at = ALIGNED;
            for (Section section : sections) {
                MemorySegment content = mapped.asSlice(at + HEAD, section.length());
                section.content().copyTo(content);
                mapped.set(SnapshotFile.LONG, at, section.length());
                mapped.set(SnapshotFile.LONG, at + 8, checksum(content));
                at += aligned(HEAD + section.length());
            }
            mapped.force();
        }
    }

    static long aligned(long length) {
        return (length + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    static long checksum(MemorySegment content) {
        CRC32C crc = new CRC32C();
        long step = 1 << 30;
        for (long at = 0; at < content.byteSize(); at += step) {
            crc.update(content.asSlice(at, Math.min(step, content.byteSize() - at)).asByteBuffer());
        }
        return crc.getValue();
    }
}
