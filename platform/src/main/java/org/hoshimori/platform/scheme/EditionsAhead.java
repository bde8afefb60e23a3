package org.hoshimori.platform.scheme;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.hoshimori.rules.Schemes;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Begins to read the editions while the container is still being built: on a second core that is
/// half a second of every start (ADR 0006).
class EditionsAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path data = Path.of(context.getEnvironment().getRequiredProperty("hoshimori.data"));
        context.getBeanFactory().registerSingleton(Reading.class.getName(), Reading.of(data));
    }

    /// The editions, once they are read.
    record Reading(CompletableFuture<Schemes.Reading> done) {

        static Reading of(Path data) {
            var done = new CompletableFuture<Schemes.Reading>();
            Thread.ofPlatform()
                    .name("editions")
                    .daemon()
                    .start(() -> {
                        try {
                            done.complete(Schemes.carried(data.resolve("schemes")));
                        } catch (Exception | Error e) {
                            done.completeExceptionally(e);
                        }
                    });
            return new Reading(done);
        }
    }
}
