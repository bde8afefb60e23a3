package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTests {
    private final Shell shell;

    CommandTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
    }

    @Test
    void listsTheSchemesWithTheirNumbers() {
        Shell.Result result = shell.run("schemes", "--json");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("{\"scheme\":\"scs\",\"edition\":\"2026-03-27\",\"status\":\"official\"")
                .contains(
                        "{\"level\":\"3\",\"title\":\"★3\",\"requirements\":26,\"criteria\":81,\"validity_months\":12,\"assurance\":\"")
                .contains(
                        "{\"level\":\"4\",\"title\":\"★4\",\"requirements\":43,\"criteria\":153,\"validity_months\":36,");
        assertThat(shell.run("schemes", "--lang", "ja").out())
                .contains("★3: 要求事項 26、評価基準 81、有効期間 12か月");
    }

    @Test
    void aNoIsOneAndAYesIsZero() {
        String some = shell.file("some.csv", "id,answer\n4-1-3-2,met\n");
        shell.run("export", "--level", "3", "--out", shell.path("all.csv").toString());
        String all = shell.file("all.csv", read("all.csv").replace(",,", ",met,"));

        assertThat(shell.run("evaluate", "--level", "3", some).code()).isEqualTo(1);
        Shell.Result yes =
                shell.run(
                        "evaluate",
                        "--scheme",
                        "scs",
                        "--edition",
                        "2026-03-27",
                        "--level",
                        "3",
                        "--json",
                        all);
        assertThat(yes.code()).isZero();
        assertThat(yes.out())
                .contains(
                        "\"asked\":\"3\",\"status\":\"met\",\"reached\":\"3\",\"counts\":{\"total\":81,\"met\":81,")
                .contains("\"missing\":[]");
        assertThat(shell.run("evaluate", "--level", "4", all).out())
                .startsWith("The answers do not reach ★4.");
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        String file = shell.file("a.csv", "id,answer\n4-1-3-2,met\n1-2-1-1,partial\n");
        String turned = shell.file("b.csv", "id,answer\n1-2-1-1,partial\n4-1-3-2,met\n");

        assertThat(shell.run("evaluate", "--level", "3", "--json", file).out())
                .isEqualTo(shell.run("evaluate", "--level", "3", "--json", turned).out());
    }

    @Test
    void readsStandardInputInShiftJis() {
        byte[] answers =
                "番号,回答,理由\n4-1-3-2,該当しない,クラウドを使わない\n".getBytes(Charset.forName("windows-31j"));

        Shell.Result result = shell.run(answers, "evaluate", "--level", "3", "--json", "-");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("\"not_applicable\":1,");
        assertThat(result.err())
                .isEqualTo("-:2:2: \"該当しない\" is read as not-applicable here and below\n");
    }

    @Test
    void everyFaultIsOneLineAndNothingIsPrinted() {
        String file = shell.file("bad.csv", "id,answer\n4-1-3-99,met\n4-1-3-2,met\n4-1-3-2,mett\n");

        Shell.Result result = shell.run("evaluate", "--level", "3", "--json", file);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        "bad.csv:2:1: there is no criterion \"4-1-3-99\" in scs 2026-03-27; did you mean 4-1-3-1?",
                        "bad.csv:4:1: 4-1-3-2 stands in line 3 already; remove one of the two lines",
                        "bad.csv:4:2: \"mett\" is not an answer; did you mean met?");
    }

    @Test
    void wrongCallsAreTwoWithoutAStackTrace() {
        String file = shell.file("a.csv", "id,answer\n");

        assertThat(shell.run("evaluate", "--scheme", "scss", "--level", "3", file))
                .isEqualTo(
                        new Shell.Result(
                                2,
                                "",
                                "hoshimori: --scheme: there is no scss; did you mean scs?\n"));
        assertThat(shell.run("evaluate", "--edition", "2025", "--level", "3", file).err())
                .isEqualTo(
                        "hoshimori: --edition: there is no 2025; there are: 2024-concept, 2026-03-27, proposal\n");
        assertThat(shell.run("evaluate", "--level", "9", file).code()).isEqualTo(2);
        assertThat(shell.run("evaluate", file).err()).contains("--level").doesNotContain("\tat ");
        assertThat(shell.run("evaluate", "--level", "3", "nowhere.csv").err())
                .isEqualTo("nowhere.csv: there is no such file\n");
        assertThat(shell.run("evaluate", "--level", "3", shell.path("").toString()).code())
                .isEqualTo(2);
        assertThat(shell.run("evaluat").code()).isEqualTo(2);
        assertThat(shell.run("schemes", "--lang", "fr").code()).isEqualTo(2);
        assertThat(shell.run("evaluate", "--level", "3", shell.file("empty.csv", "")).err())
                .startsWith("empty.csv:1:1: the file is empty");
    }

    @Test
    void helpIsThereInBothLanguages() {
        assertThat(shell.run("--help").out())
                .contains("schemes", "evaluate", "import", "export", "serve and demo");
        assertThat(shell.run("evaluate", "--help", "--lang", "ja").out())
                .contains("回答のファイルを評価し")
                .contains("公式のシート");
        assertThat(shell.run("--help").code()).isZero();
    }

    @Test
    void aSchemeOfTheInstanceWithFaultsIsToldWithItsPlaces() throws IOException {
        Files.createDirectories(shell.path("data/schemes/own"));
        shell.file("data/schemes/own/1.yaml", "format: 1\nscheme: own\n");

        Shell.Result result = shell.run("schemes");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .startsWith("data/schemes/own/1.yaml:1:1: scheme: key \"edition\" is missing\n");
    }

    @Test
    void onlyServeDemoAndSpringsOwnArgumentsGoToTheApplication() {
        assertThat(Command.understands(List.of("evaluate"))).isTrue();
        assertThat(Command.understands(List.of("--help"))).isTrue();
        assertThat(Command.understands(List.of())).isTrue();
        assertThat(Command.understands(List.of("serve"))).isFalse();
        assertThat(Command.understands(List.of("demo", "--server.port=0"))).isFalse();
        assertThat(Command.understands(List.of("--server.port=0"))).isFalse();
    }

    private String read(String name) {
        try {
            return Files.readString(shell.path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
