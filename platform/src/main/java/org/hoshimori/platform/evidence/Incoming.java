package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Where bytes lie aside until they have arrived whole: a kill at any moment leaves at most a part
/// here, which the sweep removes.
@Component
class Incoming {

    /// The most a file may have: 25 MB as people count it, generously.
    static final long MOST = 25L * 1024 * 1024;

    /// Bytes that arrived and lie aside.
    record Received(Path file, String digest, long size) {}

    private final Path folder;

    Incoming(EvidenceSettings settings) {
        folder = settings.directory().toAbsolutePath().normalize().resolve("incoming");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of evidence cannot be made: " + folder, e);
        }
    }

    Path folder() {
        return folder;
    }

    /// Streams bytes to disk while counting and hashing them.
    ///
    /// @return empty when there are more than [#MOST]
    Optional<Received> receive(InputStream content) throws IOException {
        Path file = folder.resolve(UUID.randomUUID() + ".part");
        boolean whole = false;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest sha256 = sha256();
            long size =
                    copy(
                            content,
                            new DigestOutputStream(Channels.newOutputStream(channel), sha256));
            if (size > MOST) {
                return Optional.empty();
            }
            channel.force(true);
            whole = true;
            return Optional.of(new Received(file, HexFormat.of().formatHex(sha256.digest()), size));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    void discard(Received received) throws IOException {
        Files.deleteIfExists(received.file());
    }

    /// Removes parts that no upload is writing any more.
    void sweep(Instant before) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            for (Path part : parts.toList()) {
                if (olderThan(part, before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static long copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            size += read;
            if (size > MOST) {
                return size;
            }
            to.write(buffer, 0, read);
        }
        return size;
    }

    private static boolean olderThan(Path file, Instant before) throws IOException {
        return Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
