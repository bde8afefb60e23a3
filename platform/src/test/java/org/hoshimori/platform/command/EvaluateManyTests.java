package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `evaluate --many`: one row a company.
class EvaluateManyTests {
    private final Shell shell;

    EvaluateManyTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
    }

    @Test
    void aTableOfCompaniesIsCountedAndEachGetsItsLine() throws Exception {
        String ids = cmmc();
        int all = ids.split(",").length;
        String table =
                shell.file(
                        "many.csv",
                        "company,"
                                + ids
                                + "\n"
                                + row("甲", all, "met")
                                + row("\"乙, Ltd.\"", all, "not-applicable:不要")
                                + row("丙", all, "not-met")
                                + "丁\n");
        Path out = shell.path("lines.csv");

        Shell.Result result =
                shell.run(
                        "evaluate",
                        "--scheme",
                        "cmmc",
                        "--level",
                        "1",
                        "--many",
                        "--json",
                        "--out",
                        out.toString(),
                        table);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .contains("\"companies\":4,\"met\":2,\"by_status\":{\"final\":2,\"none\":2}")
                .contains("\"judged\":\"in-columns\"")
                .contains("\"id\":\"AC.L1-b.1.i\",\"met\":1,\"not_met\":1,");
        assertThat(Files.readString(out))
                .isEqualTo(
                        """
                        company,status,reached,score
                        甲,final,1,
                        "乙, Ltd.",final,1,
                        丙,none,0,
                        丁,none,0,
                        """);
    }

    @Test
    void aCompanyNamedTwiceIsRefusedWithBothLines() {
        String table =
                shell.file(
                        "twice.csv",
                        """
                        company,4-1-3-1
                        0123456789012,met
                        123456789012,met
                        甲,met
                        0123456789012,not-met
                        乙,met
                        甲,met
                        """);

        Shell.Result result =
                shell.run("evaluate", "--level", "3", "--many", "--lang", "en", table);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("twice.csv:5:1: 0123456789012 stands on line 2 already; remove one")
                .contains("twice.csv:7:1: 甲 stands on line 4 already; remove one")
                .hasLineCount(2);
    }

    @Test
    void parquetSaysWhatTheSameCsvSays() throws Exception {
        Path parquet = shell.path("many.parquet");
        Path csv = shell.path("many.csv");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute(
                    """
                    create table many as select 1000000000000 + i as company,
                      case i % 3 when 0 then 'met' when 1 then 'not-applicable:クラウドを使わない' end
                        as "4-1-3-1",
                      case when i % 2 = 0 then 'met' else 'partial' end as "4-1-3-2"
                    from range(3000) t(i)
                    """);
            statement.execute("copy many to '" + parquet + "' (format parquet)");
            statement.execute("copy many to '" + csv + "' (header, quote '')");
        }

        Shell.Result fromCsv = many(csv);
        Shell.Result fromParquet = many(parquet);

        assertThat(fromCsv.code()).isEqualTo(1);
        assertThat(fromCsv.out()).contains("\"companies\":3000").contains("\"met\":1000");
        assertThat(fromParquet).isEqualTo(fromCsv);
    }

    @Test
    void damagedParquetIsAFaultOfTheFile() throws Exception {
        Path broken = Files.writeString(shell.path("broken.parquet"), "PAR1 and nothing else");

        Shell.Result result = many(broken);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("broken.parquet").doesNotContain("Exception");
        assertThat(result.out()).isEmpty();
    }

    private Shell.Result many(Path table) {
        return shell.run("evaluate", "--level", "3", "--many", "--json", table.toString());
    }

    /// The schemes whose rules need the words are judged one by one, with the same result.
    @Test
    void everySchemeSaysOfManyWhatItSaysOfOne() {
        String ids =
                IntStream.rangeClosed(1, 25)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(","));
        String table =
                shell.file(
                        "many.csv",
                        "company,policy," + ids + "\nA," + "done,".repeat(25) + "done\nB,done\n");

        Shell.Result result =
                shell.run(
                        "evaluate",
                        "--scheme",
                        "security-action",
                        "--level",
                        "2",
                        "--many",
                        "--json",
                        table);

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        "\"companies\":2,\"met\":1,\"by_status\":{\"declared\":1,\"incomplete\":1}")
                .contains("\"judged\":\"one-by-one\"");
    }

    @Test
    void everyFaultIsNamedWithItsPlaceAndNothingIsWritten() {
        String table =
                shell.file(
                        "many.csv",
                        "company,1-2-1-1,1-2-1-3\nA,met,perhaps\n,met,met\nC,met,met,met\n");
        Path out = shell.path("lines.csv");

        Shell.Result result =
                shell.run("evaluate", "--level", "3", "--many", "--out", out.toString(), table);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("many.csv:2:3: \"perhaps\" is no answer to 1-2-1-3")
                .contains("many.csv:3:1: the company is missing")
                .contains("many.csv:4:4: more cells than the heading has");
        assertThat(out).doesNotExist();
    }

    @Test
    void unknownAndDoubleColumnsAndEmptyTablesAreRefused() {
        for (List<String> each :
                List.of(
                        List.of("company,9-9-9-9\nA,met\n", "there is no criterion 9-9-9-9"),
                        List.of("company,1-2-1-1,1-2-1-1\nA,met,met\n", "there are two columns"),
                        List.of("company\nA\n", "there is no column of a criterion"),
                        List.of("company,1-2-1-1\n", "there is no row of a company"),
                        List.of("", "there is no row of a company"),
                        List.of("company,1-2-1-1\n\"A,met\n", "close the quotation mark"))) {
            Shell.Result result =
                    shell.run(
                            "evaluate",
                            "--level",
                            "3",
                            "--many",
                            shell.file("t.csv", each.getFirst()));
            assertThat(result.code()).as(each.getFirst()).isEqualTo(2);
            assertThat(result.err()).contains(each.getLast());
        }
        assertThat(shell.run("evaluate", "--level", "3", "--many", "none.csv").err())
                .contains("there is no such file");
    }

    private static String row(String company, int cells, String answer) {
        return company + ("," + answer).repeat(cells) + "\n";
    }

    private String cmmc() throws java.io.IOException {
        String sheet = shell.path("cmmc.csv").toString();
        shell.run("export", "--scheme", "cmmc", "--level", "1", "--out", sheet);
        return Files.readString(shell.path("cmmc.csv"))
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .filter(id -> !id.contains("["))
                .collect(Collectors.joining(","));
    }
}
