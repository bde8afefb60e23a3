package org.hoshimori.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs");

    @TempDir private Path data;

    @Test
    void keepsWhatWasCommittedOverARestart() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PROGRAMS)) {
            execute(postgres, "create table kept (line text)", "insert into kept values ('星')");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(first(postgres, "select line from kept")).isEqualTo("星");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenEveryProcessIsKilled() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PROGRAMS);
        execute(
                postgres,
                "create table kept (line int)",
                "insert into kept select generate_series(1, 1000)");
        long postmaster =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                                .getFirst());
        ProcessHandle.of(postmaster)
                .ifPresent(parent -> {
                    parent.descendants().forEach(ProcessHandle::destroyForcibly);
                    parent.destroyForcibly();
                });
        releaseLock(postgres);
        try (EmbeddedPostgres again = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(first(again, "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void stopsThePostmasterThatAKilledInstanceLeftBehind() throws Exception {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(data, PROGRAMS);
        execute(orphan, "create table kept (line int)");
        releaseLock(orphan); // as the kernel does when the JVM is killed
        try (EmbeddedPostgres again = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(first(again, "select count(*) from kept")).isEqualTo("0");
            assertThatThrownBy(() -> first(orphan, "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void tellsASecondInstanceHowToShare() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, PROGRAMS))
                    .hasMessageContaining("HOSHIMORI_DATABASE_URL=$(cat ");
            assertThat(first(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void instancesThatUnpackAtOnceEndWithOneFolder() throws IOException {
        Path place = data.resolve("place");
        for (String instance : List.of("first", "second")) {
            Path fresh = Files.createDirectory(data.resolve(instance));
            Files.writeString(fresh.resolve("file"), instance);
            PostgresPrograms.settle(fresh, place);
            assertThat(fresh).doesNotExist();
        }
        assertThat(place.resolve("file")).hasContent("first");
    }

    @Test
    void isDurableAndRefusesAWrongPassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PROGRAMS)) {
            assertThat(first(postgres, "show fsync")).isEqualTo("on");
            assertThat(first(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(first(postgres, "show data_checksums")).isEqualTo("on");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    postgres.coordinates().url(), "hoshimori", "guess"))
                    .hasMessageContaining("password");
        }
    }

    private static void releaseLock(EmbeddedPostgres postgres) throws IOException {
        postgres.forget();
    }

    private static void execute(EmbeddedPostgres postgres, String... statements)
            throws SQLException {
        try (Connection connection = connect(postgres)) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static String first(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = connect(postgres);
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        Coordinates where = postgres.coordinates();
        return DriverManager.getConnection(where.url(), where.user(), where.password());
    }
}
