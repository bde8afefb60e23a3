package org.hoshimori.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL of our own under `DIRECTORY/postgres`: durable (fsync on), reached only over
/// loopback with a password (scram-sha-256), and found again after a restart or a kill -9 (ADR
/// 0004).
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "hoshimori";
    private static final int START_SECONDS = 60;

    private final PostgresPrograms programs;
    private final Path cluster;
    private final Path log;
    private final FileLock lock;
    private final Coordinates coordinates;

    private EmbeddedPostgres(PostgresPrograms programs, Path home, FileLock lock)
            throws IOException {
        this.programs = programs;
        this.cluster = home.resolve("cluster");
        this.log = home.resolve("postgres.log");
        this.lock = lock;
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            new FreshCluster(programs, USER).copyTo(home);
        }
        String password = Files.readString(home.resolve("password")).strip();
        int port = freePort();
        startUp(port);
        this.coordinates =
                new Coordinates(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
        Files.writeString(
                home.resolve("url"),
                "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port + "/postgres\n");
        Files.setPosixFilePermissions(
                home.resolve("url"), PosixFilePermissions.fromString("rw-------"));
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void startUp(int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        stopOrphan();
        while (true) {
            try {
                programs.run(
                        "pg_ctl",
                        "start",
                        "-D",
                        cluster.toString(),
                        "-l",
                        log.toString(),
                        "-w",
                        "-t",
                        "" + START_SECONDS,
                        "-s",
                        "-o",
                        "-p "
                                + port
                                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
                                + " -c synchronous_commit=on -c full_page_writes=on -c max_connections=60"
                                + " -c shared_buffers=96MB -c jit=off -c timezone=UTC");
                return;
            } catch (IOException e) {
                // After a crash the old postmaster may not be reaped yet and its lock file still
                // counts: wait.
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LOG.warn("database not ready yet, trying again: {}", e.getMessage());
                pause();
            }
        }
    }

    /// When the JVM was killed, its postmaster lives on: stop it, so that one port and one owner
    /// remain.
    private void stopOrphan() throws IOException {
        if (Files.exists(cluster.resolve("postmaster.pid"))) {
            try {
                programs.run(
                        "pg_ctl",
                        "stop",
                        "-D",
                        cluster.toString(),
                        "-m",
                        "fast",
                        "-w",
                        "-t",
                        "20",
                        "-s");
            } catch (IOException e) {
                LOG.info("no database left over to stop: {}", e.getMessage());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", e);
        }
    }

    /// Lets go of the cluster without stopping it, as a killed process does.
    void forget() throws IOException {
        lock.acquiredBy().close();
    }

    @Override
    public void close() throws IOException {
        programs.run(
                "pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "20", "-s");
        forget();
    }
}
