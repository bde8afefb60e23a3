package org.hoshimori.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The tables of all modules, `db/migration/{module}/V{time}__{what}.sql`.
final class Migrations {

    private static final String WHERE = "classpath:db/migration";

    private Migrations() {}

    /// Flyway looks through every jar, which a start would feel: the database says itself when
    /// there is nothing to do, in a comment that travels with a dump of it.
    static void apply(Coordinates where) {
        String tables = mark();
        if (!tables.equals(said(where))) {
            migrate(where);
            say(where, tables);
        }
    }

    private static @Nullable String said(Coordinates where) {
        try (Connection connection = connect(where);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select obj_description(to_regclass('flyway_schema_history'), 'pg_class')")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer: " + where.url(), e);
        }
    }

    private static void say(Coordinates where, String tables) {
        try (Connection connection = connect(where);
                Statement statement = connection.createStatement()) {
            statement.execute("comment on table flyway_schema_history is '" + tables + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the tables' mark could not be written", e);
        }
    }

    private static Connection connect(Coordinates where) throws SQLException {
        return DriverManager.getConnection(where.url(), where.user(), where.password());
    }

    private static void migrate(Coordinates where) {
        Flyway.configure()
                .dataSource(where.url(), where.user(), where.password())
                .locations(WHERE)
                // Each module has its own, and branches meet in any order.
                .outOfOrder(true)
                .load()
                .migrate();
    }

    /// What a database with all of them says of itself; another set of them has another mark.
    static String mark() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources(WHERE + "/**/*.sql");
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Resource file : files) {
                try (InputStream content = file.getInputStream()) {
                    sha256.update(content.readAllBytes());
                }
            }
            return "tables of " + HexFormat.of().formatHex(sha256.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the migrations cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
