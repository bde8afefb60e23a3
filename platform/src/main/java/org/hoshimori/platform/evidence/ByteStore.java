package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

/// The bytes of evidence, each under its own digest: `ab/cd/abcd…`. A file appears whole or not at
/// all (written aside, forced to disk, renamed) and is never written to again, so a kill at any
/// moment leaves at most a part in `incoming`, which the sweep removes.
@Component
class ByteStore {

    /// The most a file may have: 25 MB as people count it, generously.
    static final long MOST = 25L * 1024 * 1024;

    /// Bytes that arrived and lie aside.
    record Received(Path file, String digest, long size) {}

    private final Path root;
    private final Path incoming;

    ByteStore(EvidenceSettings settings) {
        root = settings.directory().toAbsolutePath().normalize();
        incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of evidence cannot be made: " + root, e);
        }
    }

    /// Where everything lies that has not arrived whole.
    Path incoming() {
        return incoming;
    }

    /// Streams bytes to disk while counting and hashing them.
    ///
    /// @return empty when there are more than [#MOST]
    Optional<Received> receive(InputStream content) throws IOException {
        Path file = incoming.resolve(UUID.randomUUID() + ".part");
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

    /// Gives received bytes their place for good. The same bytes are kept once.
    void keep(Received received) throws IOException {
        Path place = place(received.digest());
        if (Files.exists(place) && Files.size(place) == received.size()) {
            Files.delete(received.file());
            return;
        }
        Files.createDirectories(place.getParent());
        Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE);
        // The names must survive a power cut too, not only the bytes.
        for (Path folder = place.getParent();
                folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            force(folder);
        }
    }

    void discard(Received received) throws IOException {
        Files.deleteIfExists(received.file());
    }

    InputStream open(String digest) throws IOException {
        return Files.newInputStream(place(digest));
    }

    /// Removes parts that no upload is writing any more.
    void sweepIncoming(Instant before) throws IOException {
        try (Stream<Path> parts = Files.list(incoming)) {
            for (Path part : parts.toList()) {
                if (olderThan(part, before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /// The digests of files that have lain here since before a moment.
    Stream<String> kept(Instant before) throws IOException {
        return Files.find(
                        root,
                        3,
                        (path, attributes) ->
                                attributes.isRegularFile()
                                        && path.getFileName().toString().matches("[0-9a-f]{64}")
                                        && attributes
                                                .lastModifiedTime()
                                                .toInstant()
                                                .isBefore(before))
                .map(path -> path.getFileName().toString());
    }

    /// Removes bytes that no row tells of; only the sweep may call this, under the digest's lock.
    void remove(String orphan) throws IOException {
        Files.deleteIfExists(place(orphan));
    }

    private Path place(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
        return root.resolve(digest.substring(0, 2)).resolve(digest.substring(2, 4)).resolve(digest);
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

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
