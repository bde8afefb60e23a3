package org.hoshimori.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hoshimori.platform.Platform;
import org.hoshimori.platform.register.Register;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// Starts the demo on a scratch folder and measures it over real HTTP; prints the table of
/// docs/reference/performance.md.
final class Bench {

    private static final int ROUNDS = 1000;
    private static final Pattern VERSION =
            Pattern.compile("name=\"version\"[^>]*? value=\"(\\d+)\"");
    private static final Pattern COMPANY = Pattern.compile("(/companies/[0-9a-f-]{36})");
    private static final Pattern OFFER =
            Pattern.compile(
                    "name=\"account\" value=\"([^\"]+)\">\\s*<input[^>]*name=\"continueTo\" value=\"(/assessments/[^\"]+)\"");

    private final ServletWebServerApplicationContext app;
    private final Client client;
    private final List<String> rows = new ArrayList<>();

    private Bench(ServletWebServerApplicationContext app) {
        this.app = app;
        this.client =
                new Client(
                        "http://localhost:"
                                + java.util.Objects.requireNonNull(app.getWebServer()).getPort());
    }

    /// @param args the scratch folder, and how many companies the register holds (400,000)
    public static void main(String[] args) throws SQLException {
        int companies = args.length > 1 ? Integer.parseInt(args[1]) : 400_000;
        var application = new SpringApplication(Platform.class);
        application.setAdditionalProfiles("demo");
        try (var app =
                (ServletWebServerApplicationContext)
                        application.run(
                                "--hoshimori.data=" + args[0] + "/data", "--server.port=0")) {
            new Bench(app).run(companies);
        }
    }

    private void run(int companies) throws SQLException {
        Sample page = measure("a page without a query (/verify)", round -> client.get("/verify"));
        Sample commit = commit();
        String company = beTheSupplier();
        for (String level : List.of("3", "4")) {
            String workbench = begin(company, level);
            int criteria = level.equals("3") ? 81 : 153;
            row(
                    measure(
                            "open the workbench, " + criteria + " criteria",
                            round -> client.get(workbench)),
                    page);
            row(saves(workbench, criteria), commit);
        }
        fill(companies);
        var searches = new Searches(client);
        row(
                measure(
                        "public search of " + companies + ", every filter and sort",
                        Searches.COMBINATIONS * 4,
                        searches::search),
                page);
        rows.forEach(System.out::println);
        searches.slowest(12).forEach(System.err::println);
    }

    private void fill(int companies) throws SQLException {
        if (entries() >= companies) {
            return;
        }
        System.err.println("filling the register with " + companies + " companies …");
        long before = System.nanoTime();
        new Nation(app.getBean(Register.class), app.getBean(TransactionTemplate.class))
                .fill(companies);
        System.err.printf("%d entries in %.0f s%n", companies, (System.nanoTime() - before) / 1e9);
        analyse();
    }

    /// Begins an assessment as a person does, and answers every other criterion.
    private String begin(String company, String level) {
        client.page(company);
        String workbench =
                client.followed(company + "/assessments", Map.of("level", level))
                        .replace("/scope", "");
        List<String> criteria =
                Pattern.compile("id=\"leaf-([0-9-]+)\"")
                        .matcher(client.page(workbench))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
        for (int place = 1; place < criteria.size(); place += 2) {
            save(workbench, criteria.get(place), 0, 0);
        }
        System.err.println(workbench + " asks " + criteria.size() + " criteria");
        return workbench;
    }

    private Sample saves(String workbench, int criteria) {
        int[] version = {0};
        return measure(
                "save an answer, show the new gauge, " + criteria,
                round -> {
                    String answer = save(workbench, "1-2-1-1", version[0], round);
                    version[0] = Integer.parseInt(found(VERSION, answer));
                    return answer.length();
                });
    }

    private String save(String workbench, String criterion, int version, int round) {
        return client.post(
                workbench + "/criteria/" + criterion,
                Map.of(
                        "value",
                        round % 2 == 0 ? "met" : "not-met",
                        "reason",
                        "",
                        "note",
                        "情報システム課の台帳で確認した（" + round + "）",
                        "version",
                        Integer.toString(version)));
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " does not stand in " + page);
        }
        return found.group(1);
    }

    /// The floor of every durable save: one row in one transaction, nothing else.
    private Sample commit() throws SQLException {
        try (Connection connection = app.getBean(DataSource.class).getConnection()) {
            connection
                    .createStatement()
                    .execute("create table if not exists bench_commit (number int)");
            PreparedStatement insert =
                    connection.prepareStatement("insert into bench_commit values (?)");
            return measure(
                    "a bare durable insert",
                    round -> {
                        try {
                            insert.setInt(1, round);
                            return insert.executeUpdate();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
    }

    private long entries() throws SQLException {
        try (Connection connection = app.getBean(DataSource.class).getConnection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery("select size from register.log")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void analyse() throws SQLException {
        try (Connection connection = app.getBean(DataSource.class).getConnection()) {
            connection.createStatement().execute("vacuum analyze register.registration");
        }
    }

    /// Signs in as the sample's supplier; returns the path of its company.
    private String beTheSupplier() {
        Matcher found = OFFER.matcher(client.page("/"));
        if (!found.find()) {
            throw new IllegalStateException("the first page offers no supplier");
        }
        String path = found.group(2);
        client.post("/demo/sign-in", Map.of("account", found.group(1), "continueTo", path));
        return found(COMPANY, client.page(path));
    }

    private void row(Sample sample, Sample limit) {
        rows.add(sample.row(limit));
        System.err.println(rows.getLast());
    }

    private static Sample measure(String what, IntToLongFunction request) {
        return measure(what, ROUNDS, request);
    }

    private static Sample measure(String what, int rounds, IntToLongFunction request) {
        for (int round = 0; round < rounds; round++) {
            request.applyAsLong(round);
        }
        var nanos = new long[rounds];
        long bytes = 0;
        for (int round = 0; round < rounds; round++) {
            long before = System.nanoTime();
            bytes = request.applyAsLong(round);
            nanos[round] = System.nanoTime() - before;
        }
        return new Sample(what, nanos, bytes);
    }
}
