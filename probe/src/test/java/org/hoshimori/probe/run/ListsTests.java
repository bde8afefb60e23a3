package org.hoshimori.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hoshimori.probe.Octets;
import org.hoshimori.probe.network.Reputation;
import org.hoshimori.probe.reach.Guard;
import org.hoshimori.probe.reach.Pace;
import org.hoshimori.probe.reach.Reach;
import org.hoshimori.probe.tls.Authorities;
import org.hoshimori.probe.tls.RevocationLists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsTests {

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void raise() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    switch (exchange.getRequestURI().getPath()) {
                        case "/list" -> {
                            exchange.sendResponseHeaders(200, 3);
                            exchange.getResponseBody().write(new byte[] {1, 2, 3});
                        }
                        case "/large" -> {
                            exchange.sendResponseHeaders(200, 5 << 20);
                            exchange.getResponseBody().write(new byte[5 << 20]);
                        }
                        default -> exchange.sendResponseHeaders(404, -1);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void lower() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static Lists lists(boolean allowPrivate, List<String> doNotProbe) {
        Settings settings =
                new Settings(
                        Optional.empty(),
                        Authorities.none(),
                        "",
                        true,
                        allowPrivate,
                        doNotProbe,
                        Reputation.NONE,
                        20,
                        List.of(),
                        10_000,
                        Settings.MOST,
                        4,
                        "test",
                        Clock.systemUTC());
        return new Lists(
                settings, new Reach(new Guard(allowPrivate, doNotProbe), new Pace(20, 8), 10_000));
    }

    @Test
    void aListIsFetchedOnceForARunWhoeverAsks() {
        Lists lists = lists(true, List.of());
        RevocationLists.Answer had = new RevocationLists.Had(Octets.of(new byte[] {1, 2, 3}));
        assertThat(lists.at(address("/list"))).isEqualTo(had);
        assertThat(lists.at(address("/list"))).isEqualTo(had);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsNotThereOrTooLargeIsSaidAndNotAFailure() {
        Lists lists = lists(true, List.of());
        assertThat(lists.at(address("/none")))
                .isEqualTo(new RevocationLists.Missed("HTTP status 404"));
        assertThat(lists.at(address("/large")))
                .isInstanceOfSatisfying(
                        RevocationLists.Missed.class,
                        missed -> assertThat(missed.why()).startsWith("larger than"));
        assertThat(lists.at("http:// not an address")).isInstanceOf(RevocationLists.Missed.class);
    }

    @Test
    void anAddressThatIsNotPublicOrOnTheListIsNotContacted() {
        assertThat(lists(false, List.of()).at(address("/list")))
                .isInstanceOf(RevocationLists.Missed.class);
        assertThat(lists(true, List.of("127.0.0.0/8")).at(address("/list")))
                .isInstanceOf(RevocationLists.Missed.class);
        assertThat(asked).hasValue(0);
    }
}
