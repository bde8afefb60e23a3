package org.hoshimori.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

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

    /// The real time, unless the demo brings a clock that can also tell of the past.
    @Bean
    @Profile("!demo")
    Clock systemClock() {
        return Clock.systemUTC();
    }
}
