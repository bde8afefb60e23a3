package org.hoshimori.platform.database;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the embedded PostgreSQL and brings the tables up to date while the container is still
/// being built: it is another process, and the start would only wait for it (ADR 0006).
class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DatabaseSettings settings =
                Binder.get(context.getEnvironment())
                        .bind("hoshimori.database", DatabaseSettings.class)
                        .get();
        var beans = (DefaultListableBeanFactory) context.getBeanFactory();
        var starting = new Starting(settings);
        beans.registerSingleton(Starting.class.getName(), starting);
        // The first to be registered is the last to end: after the pool, also when the start fails.
        beans.registerDisposableBean(Starting.class.getName(), starting);
    }

    /// A database that is on its way, our own server's or an outside one.
    static final class Starting implements DisposableBean {

        private final CompletableFuture<Optional<EmbeddedPostgres>> server =
                new CompletableFuture<>();
        private final CompletableFuture<Coordinates> ready;

        Starting(DatabaseSettings settings) {
            ready = server.thenApply(own -> migrated(own, settings));
            Thread.ofPlatform().name("database").start(() -> start(settings));
        }

        private void start(DatabaseSettings settings) {
            try {
                server.complete(
                        settings.embedded()
                                ? Optional.of(
                                        EmbeddedPostgres.start(
                                                settings.directory(), settings.programs()))
                                : Optional.empty());
            } catch (RuntimeException | Error e) {
                server.completeExceptionally(e);
            }
        }

        private static Coordinates migrated(
                Optional<EmbeddedPostgres> own, DatabaseSettings settings) {
            Coordinates where = own.map(EmbeddedPostgres::coordinates).orElseGet(settings::outside);
            Migrations.apply(where);
            return where;
        }

        /// Waits until it answers and its tables are those of this version.
        ///
        /// @throws RuntimeException what kept it from starting
        Coordinates coordinates() {
            try {
                return ready.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }

        @Override
        public void destroy() throws Exception {
            ready.handle((where, failure) -> failure == null).join();
            if (server.handle((own, failure) -> failure == null).join()
                    && server.join().isPresent()) {
                server.join().get().close();
            }
        }
    }
}
