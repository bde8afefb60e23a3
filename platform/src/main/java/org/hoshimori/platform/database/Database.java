package org.hoshimori.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.task.SimpleAsyncTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/// Wires the one data source: to the database that is on its way, its tables up to date.
@Configuration(proxyBeanMethods = false)
class Database {

    @Bean
    HikariDataSource dataSource(DatabaseSettings settings, DatabaseAhead.Starting ahead) {
        Coordinates where = ahead.coordinates();
        var config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(where.url());
        if (!where.user().isEmpty()) {
            config.setUsername(where.user());
            config.setPassword(where.password());
        }
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(2);
        config.addDataSourceProperty("ApplicationName", "hoshimori");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /// Runs what follows a commit (letters). It knows the data source so that it ends before it:
    /// what was begun is finished while there still is a database.
    @Bean({"applicationTaskExecutor", "taskExecutor"})
    SimpleAsyncTaskExecutor executor(SimpleAsyncTaskExecutorBuilder builder, DataSource database) {
        return builder.build();
    }

    /// The real time, unless the demo brings a clock that can also tell of the past.
    @Bean
    @Profile("!demo")
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
