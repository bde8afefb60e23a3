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

    private static final int ROUNDS = 400;
    private static final List<String> SEARCHES =
            List.of(
                    "",
                    "q=精密",
                    "q=東海",
                    "q=トウカイ",
                    "q=せいみつ",
                    "q=東海精密399",
                    "q=9000000123456",
                    "prefecture=23",
                    "industry=E",
                    "level=4",
                    "prefecture=23&industry=E&level=4",
                    "q=電装&prefecture=01");
    private static final List<String> SORTS =
            List.of(
                    "kana",
                    "-kana",
                    "name",
                    "-name",
                    "number",
                    "-number",
                    "level",
                    "-level",
                    "registered",
                    "-registered",
                    "until",
                    "-until");

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
        String workbench = beTheSupplier();
        Sample open = measure("open the workbench, 81 criteria", round -> client.get(workbench));
        row(open, page);
        row(saves(workbench), commit);
        System.err.println("filling the register with " + companies + " companies …");
        long before = System.nanoTime();
        new Nation(app.getBean(Register.class), app.getBean(TransactionTemplate.class))
                .fill(companies);
        System.err.printf("%d entries in %.0f s%n", companies, (System.nanoTime() - before) / 1e9);
        analyse();
        row(measure("public search, every filter and sort", this::search), page);
        rows.forEach(System.out::println);
    }

    private long search(int round) {
        String filter = SEARCHES.get(round % SEARCHES.size());
        String sort = SORTS.get(round / SEARCHES.size() % SORTS.size());
        return client.get("/register?" + encode(filter) + "&sort=" + sort);
    }

    private static String encode(String query) {
        return java.net
                .URI
                .create("http://x/?" + query)
                .toASCIIString()
                .substring("http://x/?".length());
    }

    private Sample saves(String workbench) {
        String criterion = workbench + "/criteria/1-2-1-1";
        Pattern version = Pattern.compile("name=\"version\"[^>]*? value=\"(\\d+)\"");
        int[] current = {0};
        Matcher found = version.matcher(client.page(criterion));
        if (found.find()) {
            current[0] = Integer.parseInt(found.group(1));
        }
        return measure(
                "save an answer and show the new gauge",
                round -> {
                    String answer =
                            client.post(
                                    criterion,
                                    Map.of(
                                            "value",
                                            round % 2 == 0 ? "met" : "not-met",
                                            "reason",
                                            "",
                                            "note",
                                            "round " + round,
                                            "version",
                                            Integer.toString(current[0])));
                    Matcher next = version.matcher(answer);
                    if (!next.find()) {
                        throw new IllegalStateException("the answer was not saved: " + answer);
                    }
                    current[0] = Integer.parseInt(next.group(1));
                    return answer.length();
                });
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

    private void analyse() throws SQLException {
        try (Connection connection = app.getBean(DataSource.class).getConnection()) {
            connection.createStatement().execute("vacuum analyze register.registration");
        }
    }

    /// Signs in as the sample's supplier; returns the path of its workbench.
    private String beTheSupplier() {
        Pattern offer =
                Pattern.compile(
                        "name=\"account\" value=\"([^\"]+)\">\\s*<input[^>]*name=\"continueTo\" value=\"(/assessments/[^\"]+)\"");
        Matcher found = offer.matcher(client.page("/"));
        if (!found.find()) {
            throw new IllegalStateException("the first page offers no supplier");
        }
        String path = found.group(2);
        client.post("/demo/sign-in", Map.of("account", found.group(1), "continueTo", path));
        client.page(path);
        return path;
    }

    private void row(Sample sample, Sample limit) {
        rows.add(sample.row(limit));
        System.err.println(rows.getLast());
    }

    private Sample measure(String what, IntToLongFunction request) {
        for (int round = 0; round < ROUNDS / 2; round++) {
            request.applyAsLong(round);
        }
        var nanos = new long[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            bytes = request.applyAsLong(round);
            nanos[round] = System.nanoTime() - before;
        }
        return new Sample(what, nanos, bytes);
    }
}
