package org.hoshimori.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.platform.account.SoftAuthenticator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
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
        int port = FreePort.next();
        Path data = temporary();
        properties.add("server.port", () -> port);
        properties.add("hoshimori.public-url", () -> "http://localhost:" + port);
        properties.add("hoshimori.data", data::toString);
        properties.add(
                "hoshimori.database.programs",
                () -> Path.of("target", "postgres-programs").toString());
        // Tests ask for more letters than people do; SignInTests tries the real limits.
        properties.add("hoshimori.links-per-email", () -> 100_000);
        properties.add("hoshimori.links-per-address", () -> 100_000);
    }

    /// A fresh visitor with an empty cookie jar.
    protected Visit visit() {
        return new Visit(home);
    }

    /// A visitor who signed in by the link of a real letter; the account is made when there is
    /// none.
    protected Visit signedIn(String email) {
        Visit visit = visit();
        visit.get("/sign-in");
        visit.post("/sign-in/link", Map.of("email", email));
        // Other letters to the same person may be written meanwhile.
        String path = linkIn(lastLetter(email, "/sign-in/link/"));
        visit.get(path);
        visit.post(path, Map.of());
        // The form token is a new one after signing in: look at a page that carries it.
        visit.get("/account");
        return visit;
    }

    /// The text of the newest letter to an address.
    protected String lastLetter(String email) {
        return lastLetter(email, "");
    }

    private String lastLetter(String email, String with) {
        return jdbc.sql(
                        """
                        select body from notice.letter
                        where to_address = :to and position(:with in body) > 0
                        order by created_at desc limit 1
                        """)
                .param("to", email)
                .param("with", with)
                .query(String.class)
                .single();
    }

    /// The path of the first link in a letter.
    protected String linkIn(String letter) {
        Matcher link = Pattern.compile(Pattern.quote(home) + "(/\\S+)").matcher(letter);
        if (!link.find()) {
            throw new AssertionError("no link in the letter: " + letter);
        }
        return link.group(1);
    }

    /// Registers a passkey for a signed-in visitor, as the browser does.
    protected SoftAuthenticator passkey(Visit visit) {
        SoftAuthenticator authenticator = SoftAuthenticator.on(home);
        String options = visit.post("/account/passkeys/options", Map.of()).body();
        var answer =
                visit.post(
                        "/account/passkeys",
                        Map.of("credential", authenticator.create(options), "label", "test"));
        if (answer.statusCode() != 302) {
            throw new AssertionError("the passkey was refused: " + answer.body());
        }
        return authenticator;
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

        @Bean
        static BeanPostProcessor countedDatabase() {
            return new Statements.Database();
        }

        @Bean
        FilterRegistrationBean<Statements.Requests> countedRequests() {
            var filter = new FilterRegistrationBean<>(new Statements.Requests());
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }
}
