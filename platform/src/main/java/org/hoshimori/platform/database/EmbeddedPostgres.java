package org.hoshimori.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// A PostgreSQL of our own under `DIRECTORY/postgres`: durable (fsync on), reached only over
/// loopback with a password (scram-sha-256), and found again after a restart or a kill -9 (ADR
/// 0004).
final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "hoshimori";

    private final Cluster cluster;
    private final FileLock lock;
    private final Coordinates coordinates;

    private EmbeddedPostgres(PostgresPrograms programs, Path home, FileLock lock)
            throws IOException {
        this.cluster = new Cluster(programs, home.resolve("cluster"), home.resolve("postgres.log"));
        this.lock = lock;
        if (!Files.exists(cluster.folder().resolve("PG_VERSION"))) {
            new FreshCluster(programs).copyTo(home);
        }
        String password = Files.readString(home.resolve("password")).strip();
        int port = cluster.start();
        this.coordinates = coordinates(port, password);
        Files.writeString(
                home.resolve("url"),
                "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/postgres\n");
        Files.setPosixFilePermissions(
                home.resolve("url"), PosixFilePermissions.fromString("rw-------"));
    }

    static Coordinates coordinates(int port, String password) {
        return new Coordinates("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    static EmbeddedPostgres start(Path directory, Path programs) {
        Path home = directory.toAbsolutePath().normalize().resolve("postgres");
        try {
            Files.createDirectories(home);
            return new EmbeddedPostgres(
                    PostgresPrograms.unpack(programs.toAbsolutePath().normalize()),
                    home,
                    lock(home.resolve("lock")));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the embedded PostgreSQL in " + home + " did not start", e);
        }
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /// One instance owns a cluster; a second one is told how to share it.
    private static FileLock lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "another instance uses "
                            + file.getParent()
                            + ". To share its database start this one with "
                            + "HOSHIMORI_DATABASE_URL=$(cat "
                            + file.resolveSibling("url")
                            + "), or give it its own --hoshimori.data");
        }
        return lock;
    }

    /// Lets go of the cluster without stopping it, as a killed process does.
    void forget() throws IOException {
        lock.acquiredBy().close();
    }

    @Override
    public void close() throws IOException {
        cluster.stop();
        forget();
    }
}
