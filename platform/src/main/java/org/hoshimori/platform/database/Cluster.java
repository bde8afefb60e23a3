package org.hoshimori.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster's folder, served by the PostgreSQL programs on a loopback port.
///
/// @param log what the server says
record Cluster(PostgresPrograms programs, Path folder, Path log) {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final int START_SECONDS = 60;

    /// Answers where it listens.
    int start() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        stopOrphan();
        while (true) {
            // Another one each time: somebody else may have taken it meanwhile.
            int port = freePort();
            try {
                programs.run(
                        "pg_ctl",
                        "start",
                        "-D",
                        folder.toString(),
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
                return port;
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
        if (Files.exists(folder.resolve("postmaster.pid"))) {
            try {
                programs.run(
                        "pg_ctl",
                        "stop",
                        "-D",
                        folder.toString(),
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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

    void stop() throws IOException {
        programs.run(
                "pg_ctl", "stop", "-D", folder.toString(), "-m", "fast", "-w", "-t", "20", "-s");
    }
}
