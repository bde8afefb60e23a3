package org.hoshimori.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTests {

    private static final String MARK =
            "select obj_description('flyway_schema_history'::regclass, 'pg_class')";

    @Test
    void aNewFolderComesWithTheTablesOfThisVersion(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres postgres = start(data)) {
            assertThat(ask(postgres, MARK)).isEqualTo(Migrations.mark());
        }
    }

    @Test
    void theTablesOfAnotherVersionAreBroughtUpToDate(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres postgres = start(data)) {
            tell(
                    postgres,
                    "drop schema demo cascade",
                    "delete from flyway_schema_history where script like 'demo/%'",
                    "comment on table flyway_schema_history is 'tables of another version'");
            Migrations.apply(postgres.coordinates());
            assertThat(ask(postgres, "select count(*) from demo.progress")).isEqualTo("0");
            assertThat(ask(postgres, MARK)).isEqualTo(Migrations.mark());
        }
    }

    @Test
    void aDatabaseWithNothingInItGetsAllTables(@TempDir Path data) throws Exception {
        try (EmbeddedPostgres postgres = start(data)) {
            tell(postgres, "create database other");
            Coordinates own = postgres.coordinates();
            var other =
                    new Coordinates(
                            own.url().replaceFirst("/postgres$", "/other"),
                            own.user(),
                            own.password());
            Migrations.apply(other);
            assertThat(ask(other, MARK)).isEqualTo(Migrations.mark());
        }
    }

    private static EmbeddedPostgres start(Path data) {
        return EmbeddedPostgres.start(data, Path.of("target", "postgres-programs"));
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        return ask(postgres.coordinates(), question);
    }

    private static String ask(Coordinates where, String question) throws SQLException {
        try (Connection connection = connect(where);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void tell(EmbeddedPostgres postgres, String... orders) throws SQLException {
        try (Connection connection = connect(postgres.coordinates());
                Statement statement = connection.createStatement()) {
            for (String order : orders) {
                statement.execute(order);
            }
        }
    }

    private static Connection connect(Coordinates where) throws SQLException {
        return DriverManager.getConnection(where.url(), where.user(), where.password());
    }
}
