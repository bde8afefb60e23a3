package org.hoshimori.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
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

    /// The port of the one server, on localhost, because passkeys are bound to that name.
    protected static final int PORT = freePort();

    protected static final String HOME = "http://localhost:" + PORT;

    private static final Path DATA = temporary();

    @Autowired protected JdbcClient jdbc;

    /// Null in the profile `demo`, whose clock tells of the sample's past.
    @Autowired(required = false)
    protected TestClock clock;

    @DynamicPropertySource
    static void ground(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("hoshimori.public-url", () -> HOME);
        properties.add("hoshimori.data", DATA::toString);
        properties.add(
                "hoshimori.database.programs",
                () -> Path.of("target", "postgres-programs").toString());
    }

    /// A fresh visitor with an empty cookie jar.
    protected Visit visit() {
        return new Visit(HOME);
    }

    protected static Path data() {
        return DATA;
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
