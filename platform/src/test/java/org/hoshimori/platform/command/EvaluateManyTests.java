package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
