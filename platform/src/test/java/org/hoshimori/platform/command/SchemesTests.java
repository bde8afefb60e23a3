package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every scheme through the command, as scripts see it.
class SchemesTests {
    private final Path folder;
    private final Shell shell;

    SchemesTests(@TempDir Path folder) {
        this.folder = folder;
        this.shell = new Shell(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cmmc|1|15|59",
                "cmmc|2|110|320",
                "cmmc|3|24|89",
                "essential-eight|1|48|46",
                "essential-eight|2|107|87",
                "essential-eight|3|149|123",
                "jama-japia|1|20|50",
                "jama-japia|2|24|124",
                "jama-japia|3|24|153"
            })
    void listsThePublishedCounts(String scheme, String level, int requirements, int criteria) {
        String out = shell.run("schemes", "--json", "--lang", "en").out();
        String own = out.substring(out.indexOf("{\"scheme\":\"" + scheme + "\""));

        assertThat(own.substring(own.indexOf("\"level\":\"" + level + "\"")))
                .matches(
                        "(?s)\"level\":\"[^\"]*\",\"title\":\"[^\"]*\",\"requirements\":"
                                + requirements
                                + ",\"criteria\":"
                                + criteria
                                + ",.*");
    }

    @Test
    void conditionalIsAnHonestNo() {
        Shell.Result result =
                shell.run(
                        "evaluate",
                        "--scheme",
                        "cmmc",
                        "--level",
                        "2",
                        "--json",
                        file("cmmc", "2", "AC.L2-3.1.3,not-met\n"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out())
                .startsWith(
                        "{\"scheme\":\"cmmc\",\"edition\":\"2024-12-16\",\"asked\":\"2\",\"status\":\"conditional\",\"reached\":\"1\",\"score\":109,\"min\":-203,\"max\":110,\"counts\":{")
                .contains("\"missing\":[{\"id\":\"AC.L2-3.1.3\"")
                .contains("\"weight\":1,\"deferrable\":true")
                .contains("\"rule\":\"cmmc/2024-12-16@sha256:");
    }

    @Test
    void olderSpellingsAreReported() {
        String answers = shell.file("a.csv", "id,answer\n3.1.1,met\nAC.L1-3.1.1,met\n");
        Shell.Result result = shell.run("evaluate", "--scheme", "cmmc", "--level", "L1", answers);

        assertThat(result.err()).contains("\"3.1.1\" was read as AC.L2-3.1.1");
        assertThat(result.err()).contains("\"AC.L1-3.1.1\" was read as AC.L1-b.1.i");
    }

    @ParameterizedTest
    @CsvSource({
        "cmmc, 2, 'AC.L2-3.1.1,mett', met", "cmmc, 9, 'AC.L2-3.1.1,met', '--level'",
        "cmcc, 2, 'AC.L2-3.1.1,met', cmmc", "essential-eight, 1, 'ISM-1808,efective', effective"
    })
    void whatIsWrongIsSaidInOneLineWithTheNearest(
            String scheme, String level, String line, String said) {
        String answers = shell.file("a.csv", "id,answer\n" + line + "\n");
        Shell.Result result =
                shell.run("evaluate", "--scheme", scheme, "--level", level, "--json", answers);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains(said).hasLineCount(1);
    }

    @Test
    void aFigureThatIsNotPublicIsASetting() {
        String answers = file("cyber-essentials", "basic", "A4.1,major\n");

        assertThat(evaluate("cyber-essentials", "basic", answers)).isEqualTo(1);
        assertThat(evaluate("cyber-essentials", "basic", answers, "--set", "max_major=1")).isZero();
        assertThat(evaluate("cyber-essentials", "basic", answers, "--set", "max=1")).isEqualTo(2);
    }

    @Test
    void theDraftWithLettersNeedsNoLevel() {
        String answers =
                shell.file(
                        "a.csv",
                        "id,answer\n"
                                + IntStream.rangeClosed(1, 9)
                                        .mapToObj(i -> i + ",7\n")
                                        .collect(Collectors.joining()));

        assertThat(shell.run("evaluate", "--scheme", "cyberscore", "--json", answers).out())
                .contains("\"status\":\"illustrative\",\"reached\":\"B\",\"score\":63");
        assertThat(shell.run("evaluate", "--scheme", "cmmc", answers).code()).isEqualTo(2);
    }

    /// A scheme of a known kind is one file and no code.
    @Test
    void aSchemeLaidBesideTheApplicationIsEvaluated() throws IOException {
        Path own = Files.createDirectories(folder.resolve("data/schemes/own"));
        Files.writeString(
                own.resolve("2026.yaml"),
                """
                format: 1
                scheme: own
                edition: "2026"
                status: proposal
                title: {ja: 自社の制度, en: Our own}
                short_title: {ja: 自社, en: Own}
                valid_from: 2026-01-01
                sources:
                  - {id: S, title: ours, confidence: D}
                levels:
                  - id: "1"
                    title: {ja: 合格, en: Passed}
                    name: {ja: 合格, en: Passed}
                    rule: {kind: weighted-deduction, maximum: 10, conditional: {share: 0.5, most: 3, days: 30}}
                    assurance: {ja: 自社, en: Ourselves}
                    confirmed_by: self
                categories:
                  - {id: "1", title: {ja: すべて, en: All}}
                requirements:
                  - id: R
                    category: "1"
                    level: "1"
                    title: {ja: 要求, en: Requirement}
                    status: proposal
                    confidence: D
                    criteria:
                      - {id: A, level: "1", status: proposal, confidence: D, text: {ja: あ, en: A}, weight: 7}
                      - {id: B, level: "1", status: proposal, confidence: D, text: {ja: い, en: B}, weight: 3}
                """);
        String answers = shell.file("a.csv", "id,answer\nA,met\nB,not-met\n");

        assertThat(
                        shell.run("evaluate", "--scheme", "own", "--level", "1", "--json", answers)
                                .out())
                .contains(
                        "\"status\":\"conditional\",\"reached\":\"0\",\"score\":7,\"min\":0,\"max\":10");
    }

    @Test
    void plansTheWayToAStar() {
        Shell.Result plan = shell.run("plan", "--goal", "scs=3", "--json");

        assertThat(plan.code()).isZero();
        assertThat(plan.out())
                .contains("\"whole\":true,\"proven\":true,\"gap\":0")
                .contains("\"reached\":\"0\",\"reached_after\":\"3\"");
        Shell.Result poor = shell.run("plan", "--goal", "scs=3", "--budget", "100000", "--json");
        assertThat(poor.code()).isEqualTo(1);
        assertThat(poor.out()).contains("\"whole\":false,\"proven\":true");
        assertThat(shell.run("plan", "--goal", "scs=3", "--without", "nothing").code())
                .isEqualTo(2);
        assertThat(shell.run("plan", "--goal", "scs=3", "--size", "huge").code()).isEqualTo(2);
    }

    @Test
    void suggestsAnswersWithTheirPathAndShowsTheBandsWithTheirWarning() {
        String answers = shell.file("a.csv", "id,answer\n4-5-1-4,met\n");

        assertThat(
                        shell.run(
                                        "crosswalk",
                                        "--from",
                                        "scs=" + answers,
                                        "--to",
                                        "cyber-essentials",
                                        "--json")
                                .out())
                .contains(
                        "{\"id\":\"A4.7\",\"suggested\":\"met\",\"strength\":9,\"path\":[{\"scheme\":\"scs\",\"id\":\"4-5-1-4\",\"relation\":\"equal\"");
        assertThat(shell.run("crosswalk", "--bands").out()).contains("no equivalence");
        assertThat(shell.run("crosswalk").out()).contains("scs-cmmc");
    }

    private int evaluate(String scheme, String level, String answers, String... more) {
        String[] args = {"evaluate", "--scheme", scheme, "--level", level, answers};
        return shell.run(
                        java.util.stream.Stream.concat(
                                        java.util.Arrays.stream(args),
                                        java.util.Arrays.stream(more))
                                .toArray(String[]::new))
                .code();
    }

    /// Everything of a level met, but for the lines given.
    private String file(String scheme, String level, String lines) {
        Path out = shell.path("all.csv");
        shell.run("export", "--scheme", scheme, "--level", level, "--out", out.toString());
        try {
            String all = Files.readString(out).replace(",,", ",met,").replace("\uFEFF", "");
            String changed =
                    all.lines()
                            .filter(line ->
                                    lines.lines()
                                            .noneMatch(l -> line.startsWith(l.split(",")[0] + ",")))
                            .collect(Collectors.joining("\n"));
            return shell.file("changed.csv", changed + "\n" + lines);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
