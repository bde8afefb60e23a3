package org.hoshimori.bench.rules;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hoshimori.platform.Platform;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.Schemes;
import org.hoshimori.rules.bulk.BulkJudge;
import org.hoshimori.rules.bulk.Columns;
import org.hoshimori.rules.bulk.Verdicts;
import org.springframework.boot.SpringApplication;

/// A nation of companies judged at ★4 (and so at ★3), beside a plain copy of as many bytes and the
/// same question to databases; who answers otherwise ends the bench.
final class ManyCompaniesBeside {
    private static final int NATION = 3_600_000;
    private static final int CORES = 2;
    private static final int SAMPLE = 100_000;

    private final Edition edition;
    private final int criteria;
    private final int basic;
    private final int companies;
    private final int sample;

    ManyCompaniesBeside(Schemes schemes, boolean quick) {
        this.edition = schemes.edition("scs", "2026-03-27").orElseThrow();
        this.criteria = edition.criteria().size();
        List<Criterion> three = edition.criteriaOf("3");
        this.basic = three.size();
        this.companies = quick ? NATION / 10 : NATION;
        this.sample = quick ? SAMPLE / 10 : SAMPLE;
    }

    /// Criteria in the order in which those of ★3 come first, so that SQL can name them by number.
    private int[] order() {
        List<Criterion> three = edition.criteriaOf("3");
        return IntStream.concat(
                        IntStream.range(0, criteria)
                                .filter(i -> three.contains(edition.criteria().get(i))),
                        IntStream.range(0, criteria)
                                .filter(i -> !three.contains(edition.criteria().get(i))))
                .toArray();
    }

    void print(Path scratch) throws SQLException {
        Columns columns = columns(companies);
        BulkJudge judge = BulkJudge.of(edition, "4").orElseThrow();
        Counted counted = counted(judge.judge(columns));
        long bytes = 3L * criteria * companies / 8;
        double one = Timing.median(() -> judge.judge(columns, 1));
        double two = Timing.median(() -> judge.judge(columns, CORES));
        double copy = copy((int) (bytes / 8));
        System.out.printf(
                Locale.ROOT,
                "%,d companies × %d criteria, %,d MB of answers in three bits each; ★3 %,d, ★4 %,d%n%n",
                companies,
                criteria,
                bytes / 1_000_000,
                counted.three,
                counted.four);
        System.out.println(
                "| what | companies | ms | GB/s read | times ours on two threads, per company |");
        System.out.println("|---|---|---|---|---|");
        row("judged in columns, one thread", companies, one, bytes, two);
        row("judged in columns, two threads", companies, two, bytes, two);
        row("a plain copy of as many bytes, two threads", companies, copy, bytes, two);
        duck(counted, two);
        postgres(scratch, judge, two);
    }

    private void row(String what, int of, double millis, long bytes, double ours) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d | %.1f | %s | %.1f |%n",
                what,
                of,
                millis,
                bytes > 0 ? "%.1f".formatted(bytes / millis / 1e6) : "–",
                millis / of / (ours / companies));
    }

    private Columns columns(int many) {
        var columns = new Columns(edition, many);
        int[] order = order();
        IntStream.range(0, Math.ceilDiv(many, Columns.BLOCK))
                .parallel()
                .forEach(block -> {
                    int from = block * Columns.BLOCK;
                    for (int k = 0; k < criteria; k++) {
                        for (int c = from; c < Math.min(many, from + Columns.BLOCK); c++) {
                            columns.set(
                                    c,
                                    order[k],
                                    Invented.fails(c, k) ? Outcome.NOT_MET : Outcome.MET);
                        }
                    }
                });
        return columns;
    }

    private record Counted(int three, int four) {}

    private static Counted counted(Verdicts verdicts) {
        Map<String, Integer> by = verdicts.byReached();
        int four = by.getOrDefault("4", 0);
        return new Counted(by.getOrDefault("3", 0) + four, four);
    }

    /// What a plain copy reads; it writes as many.
    private static double copy(int words) {
        long[] from = new long[words];
        long[] to = new long[words];
        return Timing.median(() ->
                IntStream.range(0, 32)
                        .parallel()
                        .forEach(piece -> {
                            int start = (int) ((long) words * piece / 32);
                            int end = (int) ((long) words * (piece + 1) / 32);
                            System.arraycopy(from, start, to, start, end - start);
                        }));
    }

    private void duck(Counted expected, double ours) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.run(duck, "set threads = " + CORES);
            Sql.run(duck, "create table wide as " + wide("range(%d) r(c)".formatted(companies)));
            ask("DuckDB, a column a criterion", duck, wideQuestion(), companies, expected, ours);
            Sql.run(duck, "drop table wide");
            Sql.run(
                    duck,
                    "create table narrow as select c::int as c, k::smallint as k, not %s as met from range(%d) r(c), range(%d) s(k)"
                            .formatted(Invented.FAILS, companies, criteria));
            ask("DuckDB, a row an answer", duck, narrowQuestion(), companies, expected, ours);
        }
    }

    private void postgres(Path scratch, BulkJudge judge, double ours) throws SQLException {
        Counted expected = counted(judge.judge(columns(sample)));
        var platform = new SpringApplication(Platform.class);
        platform.setAdditionalProfiles("demo");
        try (var app =
                        platform.run(
                                "--hoshimori.data=" + scratch.resolve("data"),
                                "--server.port=0",
                                "--logging.level.root=warn");
                Connection connection = app.getBean(DataSource.class).getConnection()) {
            Sql.run(connection, "drop schema if exists bench cascade; create schema bench");
            Sql.run(connection, "set search_path = bench; set work_mem = '1GB'");
            Sql.run(connection, "set max_parallel_workers_per_gather = 2");
            Sql.run(
                    connection,
                    "create unlogged table wide as "
                            + wide("generate_series(0, %d - 1) r(c)".formatted(sample)));
            Sql.run(
                    connection,
                    "create unlogged table narrow as select c::int as c, k::smallint as k, not %s as met from generate_series(0, %d - 1) r(c), generate_series(0, %d - 1) s(k)"
                            .formatted(Invented.FAILS, sample, criteria));
            Sql.run(connection, "vacuum analyze wide; ");
            Sql.run(connection, "vacuum analyze narrow");
            ask(
                    "PostgreSQL, a column a criterion",
                    connection,
                    wideQuestion(),
                    sample,
                    expected,
                    ours);
            ask(
                    "PostgreSQL, a row an answer",
                    connection,
                    narrowQuestion(),
                    sample,
                    expected,
                    ours);
            Sql.run(connection, "drop schema bench cascade");
        }
    }

    private void ask(
            String what,
            Connection connection,
            String question,
            int of,
            Counted expected,
            double ours) {
        List<Integer> answer = Sql.ask(connection, question);
        if (!answer.equals(List.of(expected.three, expected.four))) {
            throw new IllegalStateException(what + " answers " + answer + ", not " + expected);
        }
        row(what, of, Timing.median(() -> Sql.ask(connection, question)), 0, ours);
    }

    private String wide(String from) {
        var columns = new StringBuilder("select c");
        for (int k = 0; k < criteria; k++) {
            columns.append(", not ")
                    .append(Invented.FAILS.replace("k::bigint", k + "::bigint"))
                    .append(" as k")
                    .append(k);
        }
        return columns + " from " + from;
    }

    private String wideQuestion() {
        return "select count(*) filter (where %s), count(*) filter (where %s) from wide"
                .formatted(all(basic), all(criteria));
    }

    private static String all(int many) {
        return String.join(" and ", IntStream.range(0, many).mapToObj(k -> "k" + k).toList());
    }

    private String narrowQuestion() {
        return """
        select count(*) filter (where three), count(*) filter (where four) from (
            select c, bool_and(met or k >= %d) as three, bool_and(met) as four from narrow group by c) s
        """
                .formatted(basic);
    }
}
