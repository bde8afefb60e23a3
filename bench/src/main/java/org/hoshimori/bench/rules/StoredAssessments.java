package org.hoshimori.bench.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.hoshimori.platform.Platform;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Schemes;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.boot.SpringApplication;

/// All stored assessments of an edition under another one, in the running product: as the operator
/// has it worked out, from the question to the last part. The floor is what PostgreSQL needs to
/// read the same answers and to put them together without sending them.
final class StoredAssessments {
    private static final int BATCH = 2000;

    private final Edition before;
    private final Edition after;
    private final int many;

    StoredAssessments(Schemes schemes, int many) {
        this.before = schemes.edition("scs", "2026-03-27").orElseThrow();
        this.after = schemes.edition("scs", "proposal").orElseThrow();
        this.many = many;
    }

    void print(Path scratch) throws SQLException, IOException {
        var platform = new SpringApplication(Platform.class);
        platform.setAdditionalProfiles("demo");
        try (var app =
                        platform.run(
                                "--hoshimori.data=" + scratch.resolve("data"),
                                "--server.port=0",
                                "--logging.level.root=warn");
                Connection connection = app.getBean(DataSource.class).getConnection()) {
            fill(connection);
            double floor = Timing.once(() -> Sql.ask(connection, FLOOR));
            Sql.run(
                    connection,
                    "delete from assessment.effect_named; delete from assessment.effect_count; delete from assessment.effect_part; delete from assessment.effect_run");
            Spent start = Spent.now(scratch);
            double millis = Timing.once(() -> work(connection));
            Spent spent = Spent.now(scratch).since(start);
            List<Integer> read =
                    Sql.ask(
                            connection,
                            "select count(*), sum(pg_table_size('assessment.answer') / 1048576)::int, (select sum(number)::int from assessment.effect_count) from (select) s");
            System.out.printf(
                    Locale.ROOT,
                    "| stored assessments under another edition | %,d of %,d judged | %.1f s | %.1f × PostgreSQL alone (%.1f s) | processor time %.1f s ours, %.1f s PostgreSQL | table of %,d MB |%n",
                    read.get(2),
                    many,
                    millis / 1000,
                    millis / floor,
                    floor / 1000,
                    spent.ours,
                    spent.database,
                    read.get(1));
        }
    }

    /// Processor time in seconds, which a crowded machine does not stretch.
    private record Spent(double ours, double database) {
        /// PostgreSQL's processes have let go of us: they are found by their own file.
        static Spent now(Path scratch) throws IOException {
            long postmaster =
                    Long.parseLong(
                            Files.readAllLines(
                                            scratch.resolve("data/postgres/cluster/postmaster.pid"))
                                    .getFirst()
                                    .strip());
            return new Spent(
                    seconds(ProcessHandle.current()),
                    ProcessHandle.of(postmaster).stream()
                            .flatMap(ProcessHandle::descendants)
                            .mapToDouble(Spent::seconds)
                            .sum());
        }

        private static double seconds(ProcessHandle process) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
        }

        Spent since(Spent before) {
            return new Spent(ours - before.ours, database - before.database);
        }
    }

    private static final String FLOOR =
            """
            select count(*), sum(length(said))::bigint % 1000000 from (
                select string_agg(criterion || value || coalesce(word, '') || reason, '') as said
                from assessment.answer group by assessment) s
            """;

    /// Asks as the page does, and waits for the workers of the product.
    private void work(Connection connection) {
        try {
            Sql.run(
                    connection,
                    """
                    insert into assessment.effect_run (id, before_rule, after_rule, total, asked_at, asked_by)
                    select gen_random_uuid(), '%s', '%s', count(*), now(), gen_random_uuid() from assessment.assessment
                    where scheme = 'scs' and edition = '%s';
                    insert into assessment.effect_part (run, number, first, next, assessments)
                    select (select id from assessment.effect_run), n / 1000, id, lead(id) over (order by n), least(1000, total - n)
                    from (select id, row_number() over (order by id) - 1 as n, count(*) over () as total
                          from assessment.assessment where scheme = 'scs' and edition = '%s') s where n %% 1000 = 0
                    """
                            .formatted(before.rule(), after.rule(), before.id(), before.id()));
            while (Sql.ask(
                                    connection,
                                    "select count(*) from assessment.effect_run where ended = 'done'")
                            .getFirst()
                    == 0) {
                Thread.sleep(100);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Nine of ten are ★3; a third of all answers everything as met.
    private void fill(Connection connection) throws SQLException, IOException {
        int there =
                Sql.ask(
                                connection,
                                "select count(*) from assessment.assessment where english = 'bench'")
                        .getFirst();
        if (there == many) {
            return;
        }
        System.err.println("filling " + many + " assessments …");
        Sql.run(
                connection,
                "alter table assessment.answer drop constraint answer_pkey, drop constraint answer_assessment_fkey");
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var random = new SplittableRandom(20261127);
        String by = UUID.randomUUID().toString();
        for (int from = 0; from < many; from += BATCH) {
            var assessments = new StringBuilder();
            var answers = new StringBuilder();
            for (int i = from; i < Math.min(many, from + BATCH); i++) {
                String id = new UUID(random.nextLong(), random.nextLong()).toString();
                String level = random.nextInt(10) == 0 ? "4" : "3";
                assessments
                        .append(id + "\t" + new UUID(1, i) + "\tscs\t" + before.id() + "\t" + level)
                        .append("\tdraft\tbench\t2026-11-01 00:00:00+09\t" + by + "\n");
                boolean good = random.nextInt(3) == 0;
                for (Criterion criterion : before.criteriaOf(level)) {
                    answers.append(id)
                            .append('\t')
                            .append(criterion.id())
                            .append(good || random.nextInt(20) > 0 ? "\tmet" : "\tnot-met")
                            .append("\t\t情報システム課の台帳で確認した\t1\t1\t2026-11-01 00:00:00+09\t")
                            .append(by)
                            .append("\t東 京子\n");
                }
            }
            copyIn(
                    copy,
                    "assessment.assessment (id, organisation, scheme, edition, level, stage, english, created_at, created_by)",
                    assessments);
            copyIn(
                    copy,
                    "assessment.answer (assessment, criterion, value, reason, note, version, seen, at, by, name)",
                    answers);
        }
        Sql.run(
                connection,
                """
                alter table assessment.answer add constraint answer_pkey primary key (assessment, criterion),
                    add constraint answer_assessment_fkey foreign key (assessment) references assessment.assessment
                """);
        Sql.run(connection, "vacuum analyze assessment.answer");
        Sql.run(connection, "vacuum analyze assessment.assessment");
    }

    private static void copyIn(CopyManager copy, String into, StringBuilder rows)
            throws SQLException, IOException {
        copy.copyIn(
                "copy " + into + " from stdin",
                new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
