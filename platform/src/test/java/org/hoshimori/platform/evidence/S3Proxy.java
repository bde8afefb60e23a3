package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hoshimori.platform.FreePort;

/// A real S3 server (S3Proxy) in a process of its own, its objects in a folder.
final class S3Proxy implements AutoCloseable {

    static final String KEY = "hoshimori";
    static final String SECRET = "a-secret-of-the-tests";

    private final Process process;
    private final URI endpoint;

    S3Proxy(Path folder) throws IOException {
        endpoint = URI.create("http://127.0.0.1:" + FreePort.next());
        Path objects = Files.createDirectories(folder.resolve("objects"));
        Path settings = folder.resolve("s3proxy.conf");
        Files.write(
                settings,
                List.of(
                        "s3proxy.endpoint=" + endpoint,
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + KEY,
                        "s3proxy.credential=" + SECRET,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + objects));
        Path log = folder.resolve("s3proxy.log");
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                Path.of("target", "s3proxy-jar-with-dependencies.jar").toString(),
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        await(log);
    }

    URI endpoint() {
        return endpoint;
    }

    private void await(Path log) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.isAlive() && System.nanoTime() < end) {
            try (var _ = new Socket(endpoint.getHost(), endpoint.getPort())) {
                return;
            } catch (IOException e) {
                // Nobody listens yet.
                pause();
            }
        }
        throw new AssertionError("S3Proxy did not come up:\n" + Files.readString(log));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
