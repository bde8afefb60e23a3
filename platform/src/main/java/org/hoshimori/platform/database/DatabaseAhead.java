package org.hoshimori.platform.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Begins to start the embedded PostgreSQL while the container is still being built: it is another
/// process, and the start would only wait for it (ADR 0006).
class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseSettings settings =
                Binder.get(context.getEnvironment())
                        .bind("hoshimori.database", DatabaseSettings.class)
                        .get();
        if (settings.embedded()) {
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            var starting = new Starting(settings);
            beans.registerSingleton(Starting.class.getName(), starting);
            // The first to be registered is the last to end: after the pool, also when the start
            // fails.
            beans.registerDisposableBean(Starting.class.getName(), starting);
        }
    }

    /// A server of our own that is on its way.
    static final class Starting implements DisposableBean {

        private final CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();

        Starting(DatabaseSettings settings) {
            Thread.ofPlatform()
                    .name("embedded-postgres")
                    .start(() -> {
                        try {
                            started.complete(
                                    EmbeddedPostgres.start(
                                            settings.directory(), settings.programs()));
                        } catch (RuntimeException | Error e) {
                            started.completeExceptionally(e);
                        }
                    });
        }

        /// Waits until it answers.
        ///
        /// @throws RuntimeException what kept it from starting
        Coordinates coordinates() {
            try {
                return started.join().coordinates();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }

        @Override
        public void destroy() throws Exception {
            if (started.handle((server, failure) -> failure == null).join()) {
                started.join().close();
            }
        }
    }
}
