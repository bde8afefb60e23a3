package org.hoshimori.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole platform on its real PostgreSQL and a real port, started once for all tests that
/// extend this.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(PlatformTests.Ground.class)
public abstract class PlatformTests {

    /// Where the server of this context listens: on localhost, because passkeys are bound to that
    /// name.
    @Value("${hoshimori.public-url}")
    protected String home;

    /// The folder of this context's files.
    @Value("${hoshimori.data}")
    protected Path data;

    @Autowired protected JdbcClient jdbc;

    /// Null in the profile `demo`, whose clock tells of the sample's past.
    @Autowired(required = false)
    protected TestClock clock;

    /// Called once a context: tests with other settings get a server and a database of their own.
    @DynamicPropertySource
    static void ground(DynamicPropertyRegistry properties) {
        int port = freePort();
        Path data = temporary();
        properties.add("server.port", () -> port);
        properties.add("hoshimori.public-url", () -> "http://localhost:" + port);
        properties.add("hoshimori.data", data::toString);
        properties.add(
                "hoshimori.database.programs",
                () -> Path.of("target", "postgres-programs").toString());
    }

    /// A fresh visitor with an empty cookie jar.
    protected Visit visit() {
        return new Visit(home);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            Path target = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(target, "run").toAbsolutePath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Ground {
        @Bean
        @Primary
        @Profile("!demo")
        TestClock testClock() {
            return new TestClock();
        }
    }
}
