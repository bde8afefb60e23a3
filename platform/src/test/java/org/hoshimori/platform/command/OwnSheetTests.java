package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The user's own copy of a scheme's sheet, in and out by the command.
class OwnSheetTests {
    private final Shell shell;

    OwnSheetTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
    }

    private String path(String name) {
        return shell.path(name).toString();
    }

    @Test
    void theCheckSheetOfTheMotorIndustryIsRecognisedAndMakesTheEdition() throws IOException {
        String sheet = shell.file("check.xlsx", CheckSheetSample.bytes("実施している"));

        Shell.Result tried = shell.run("import", "--dry-run", sheet);
        assertThat(tried.code()).isZero();
        assertThat(tried.out())
                .contains(
                        "official sheet: wording of 24 requirements and 153 criteria\n",
                        "levels that this sheet tells: 153, requirements: 153 (used here only, never exported)\n",
                        "  count label-24: 3 → 2\n",
                        "50 answers: 50 added",
                        "Only tried: nothing was changed.")
                .doesNotContain("count 1:", "count 2:", "count 3:");
        assertThat(shell.files()).containsExactly("check.xlsx");

        String alone =
                shell.run("evaluate", "--scheme", "jama-japia", "--level", "1", "--json", sheet)
                        .out();
        assertThat(shell.run("import", sheet).code()).isZero();
        assertThat(shell.files())
                .containsExactlyInAnyOrder(
                        "check.xlsx",
                        "data/answers/jama-japia-2.1.csv",
                        "data/schemes/wording/jama-japia-2.1.csv");
        // Answers without the sheet are now judged as the sheet would have them judged.
        shell.run("export", "--scheme", "jama-japia", "--out", path("answers.csv"));
        String after =
                shell.run(
                                "evaluate",
                                "--scheme",
                                "jama-japia",
                                "--level",
                                "1",
                                "--json",
                                path("answers.csv"))
                        .out();
        assertThat(after).isEqualTo(alone).contains("\"status\":\"met\"", ";placed@sha256:");
        assertThat(shell.run("import", sheet).out())
                .contains("50 answers: 0 added, 0 changed, 0 removed");
    }

    @Test
    void noExportCarriesWhatIsTheUsersOwnUnlessItIsAskedFor() throws IOException {
        shell.run("import", shell.file("check.xlsx", CheckSheetSample.bytes("")));
        String[] export = {
            "export", "--scheme", "jama-japia", "--lang", "ja", "--format", "oscal-catalog", "--out"
        };

        assertThat(shell.run(with(export, path("catalog.json"))).code()).isZero();
        assertThat(Files.readString(shell.path("catalog.json")))
                .contains("条件の文は公開されていません")
                .doesNotContain("自社の", "label-17");
        assertThat(shell.run(with(export, path("own.json"), "--own-sheet")).code()).isZero();
        assertThat(Files.readString(shell.path("own.json"))).contains("自社の条件その153", "label-17");
        shell.run(
                "export",
                "--scheme",
                "jama-japia",
                "--format",
                "ciso-assistant",
                "--out",
                path("l.yaml"));
        assertThat(Files.readString(shell.path("l.yaml"))).doesNotContain("自社の", "label-17");
    }

    private static String[] with(String[] first, String... more) {
        String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void suggestionsReachTheConditionsOnceTheirLabelIsKnown() throws IOException {
        String scs = "scs=" + shell.file("scs.csv", "id,answer\n4-1-1-1,met\n");
        assertThat(shell.run("crosswalk", "--from", scs, "--to", "jama-japia", "--json").out())
                .doesNotContain("\"id\":\"33\"");
        shell.run("import", shell.file("check.xlsx", CheckSheetSample.bytes("")));

        // 4-1-1-1 meets label 9, and 33 is one of its conditions in this sheet.
        assertThat(shell.run("crosswalk", "--from", scs, "--to", "jama-japia", "--json").out())
                .contains("\"33\"");
    }

    @Test
    void answersGoIntoTheSheetAndComeBack() {
        String sheet = shell.file("check.xlsx", CheckSheetSample.bytes(""));
        String answers = shell.file("a.csv", "id,answer,detail\n1,done,規程\n153,partly,\n");
        String[] export = {
            "export",
            "--scheme",
            "jama-japia",
            "--official-sheet",
            sheet,
            "--answers",
            answers,
            "--out",
            path("out.xlsx")
        };

        assertThat(shell.run(export).code()).isZero();
        assertThat(
                        shell.run(
                                        "evaluate",
                                        "--scheme",
                                        "jama-japia",
                                        "--level",
                                        "3",
                                        "--json",
                                        path("out.xlsx"))
                                .out())
                .contains("\"met\":1", "\"partial\":1");
    }

    @Test
    void whoKnowsTheColumnsNamesThem() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Sample", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("x");
            sheet.value(0, 0, "Kontrolle");
            sheet.value(0, 1, "Ergebnis");
            sheet.value(1, 0, "ISM-1807");
            sheet.value(1, 1, "ja");
        }
        String file = shell.file("x.xlsx", out.toByteArray());
        String[] evaluate = {
            "evaluate", "--scheme", "essential-eight", "--level", "1", "--json", file
        };

        assertThat(shell.run(evaluate).err())
                .contains(
                        "the columns found were: \"Kontrolle\", \"Ergebnis\"; name them by heading or letter with --column id=…");
        String[] named = {
            "--column", "id=Kontrolle", "--column", "answer=B", "--word", "ja=effective"
        };
        assertThat(shell.run(with(evaluate, named)).out()).contains("\"met\":1");
        assertThat(shell.run(with(evaluate, "--column", "iid=A")).err())
                .contains("--column: there is no iid; did you mean id?");
        assertThat(shell.run(with(evaluate, "--word", "ja=efective")).err())
                .contains("--word: there is no efective; did you mean effective?");
    }
}
