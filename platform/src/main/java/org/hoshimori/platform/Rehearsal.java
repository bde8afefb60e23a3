package org.hoshimori.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Starts, opens the pages a newcomer opens first, and ends cleanly: what the launcher records into
/// the ahead-of-time cache (ADR 0006).
@Component
@ConditionalOnProperty("hoshimori.rehearsal")
class Rehearsal {

    private static final List<String> PATHS =
            List.of("/", "/register", "/verify", "/sign-in", "/schemes/scs");

    private final ServletWebServerApplicationContext context;

    Rehearsal(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void rehearse() {
        int port = java.util.Objects.requireNonNull(context.getWebServer()).getPort();
        try (var client = HttpClient.newHttpClient()) {
            for (String path : PATHS) {
                var request =
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build();
                client.send(request, HttpResponse.BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the rehearsal could not open a page", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context, () -> 0)));
    }
}
