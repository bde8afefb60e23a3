package org.hoshimori.network;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// Reads sections one after the other and trusts none of them.
final class SnapshotReader {
    private final MemorySegment mapped;
    private long at = SnapshotWriter.ALIGNED;

    SnapshotReader(MemorySegment mapped) throws IOException {
        this.mapped = mapped;
        check(
                mapped.byteSize() >= SnapshotWriter.ALIGNED
                        && SnapshotFile.recognises(
                                mapped.asSlice(0, SnapshotWriter.MAGIC.length)
                                        .toArray(ValueLayout.JAVA_BYTE)),
                "the beginning");
    }

    static void check(boolean right, String what) throws IOException {
        if (!right) {
            throw new IOException("not a saved network, or a damaged one: " + what);
        }
    }

    private MemorySegment next(int unit) throws IOException {
        check(at + SnapshotWriter.HEAD <= mapped.byteSize(), "it ends too early");
        long length = mapped.get(SnapshotFile.LONG, at);
        check(
                length >= 0
                        && length <= mapped.byteSize() - at - SnapshotWriter.HEAD
                        && length % unit == 0
                        && length / unit <= Integer.MAX_VALUE - 8,
                "a length");
        MemorySegment content = mapped.asSlice(at + SnapshotWriter.HEAD, length);
        check(
                SnapshotWriter.checksum(content) == mapped.get(SnapshotFile.LONG, at + 8),
                "a checksum");
        at += SnapshotWriter.aligned(SnapshotWriter.HEAD + length);
        return content;
    }

    byte[] bytes() throws IOException {
        return next(1).toArray(ValueLayout.JAVA_BYTE);
    }

    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    int[] ints() throws IOException {
        return next(Integer.BYTES).toArray(SnapshotFile.INT);
    }

    long[] longs() throws IOException {
        return next(Long.BYTES).toArray(SnapshotFile.LONG);
    }

    float[] floats() throws IOException {
        return next(Float.BYTES).toArray(SnapshotFile.FLOAT);
    }

    short[] shorts() throws IOException {
        return next(Short.BYTES).toArray(SnapshotFile.SHORT);
    }
}
