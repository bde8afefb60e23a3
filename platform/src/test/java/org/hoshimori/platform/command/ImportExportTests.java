package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hoshimori.rules.OfficialWording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportExportTests {
    private final Shell shell;

    ImportExportTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
    }

    private String path(String name) {
        return shell.path(name).toString();
    }

    @Test
    void whatWasImportedIsExportedAndImportedAgain() {
        String csv =
                shell.file(
                        "a.csv", "id,answer,detail\n4-1-3-2,met,=1+1\n1-2-1-1,not-applicable,理由\n");

        assertThat(shell.run("import", csv).out())
                .isEqualTo("2 answers: 2 added, 0 changed, 0 removed\n");
        assertThat(shell.run("export", "--out", path("b.xlsx")).code()).isZero();
        assertThat(shell.run("import", path("b.xlsx")).out())
                .isEqualTo("2 answers: 0 added, 0 changed, 0 removed\n");
        assertThat(shell.run("export", "--level", "3", "--out", path("c.csv")).code()).isZero();
        assertThat(shell.path("c.csv")).content().contains("4-1-3-2,met,'=1+1\r\n");
        assertThat(shell.files())
                .containsExactlyInAnyOrder(
                        "a.csv", "b.xlsx", "c.csv", "data/answers/scs-2026-03-27.csv");
    }

    @Test
    void aDryRunSaysWhatWouldChangeAndChangesNothing() {
        shell.run("import", shell.file("a.csv", "id,answer\n4-1-3-2,met\n4-1-3-3,met\n"));
        String next = shell.file("b.csv", "id,answer\n4-1-3-2,not-met\n4-1-3-4,met\n");

        Shell.Result result = shell.run("import", "--dry-run", "--json", next);

        assertThat(result.out())
                .contains(
                        "\"dry_run\":true,\"answers\":{\"read\":2,\"added\":[\"4-1-3-4\"],\"changed\":[\"4-1-3-2\"],\"removed\":[\"4-1-3-3\"]}");
        assertThat(shell.run("import", "--dry-run", "--json", next).out()).isEqualTo(result.out());
    }

    @Test
    void theOfficialSheetBringsItsWordingAndLeavesTheAnswers() throws IOException {
        shell.run("import", shell.file("a.csv", "id,answer\n4-1-3-2,met\n"));
        String sheet = shell.file("official.xlsx", OfficialSheetSample.bytes());

        Shell.Result result = shell.run("import", sheet);

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith(
                        "official sheet: wording of 43 requirements and 153 criteria\ncriteria worded differently: 153");
        assertThat(
                        OfficialWording.of(
                                        Files.readAllBytes(
                                                shell.path(
                                                        "data/schemes/wording/scs-2026-03-27.csv")))
                                .criteria())
                .containsEntry("4-1-3-2", "公式の文 4-1-3-2");
        assertThat(shell.path("data/answers/scs-2026-03-27.csv"))
                .content()
                .contains("4-1-3-2,met,");
    }

    @Test
    void theOfficialSheetIsFilledInAndEvaluated() {
        String sheet = shell.file("official.xlsx", OfficialSheetSample.bytes());
        String answers =
                shell.file("a.csv", "id,answer,detail\n4-1-3-2,met,規程\n1-2-1-1,partial,\n");

        assertThat(
                        shell.run(
                                        "export",
                                        "--official-sheet",
                                        sheet,
                                        "--answers",
                                        answers,
                                        "--out",
                                        path("filled.xlsx"))
                                .code())
                .isZero();
        assertThat(shell.run("evaluate", "--level", "3", "--json", path("filled.xlsx")).out())
                .isEqualTo(shell.run("evaluate", "--level", "3", "--json", answers).out());
    }

    @Test
    void nothingIsHalfWritten() {
        String bad = shell.file("bad.csv", "id,answer\n9-9-9-9,met\n");
        String notOfficial = shell.file("x.xlsx", new byte[] {'P', 'K', 3, 4, 0});

        assertThat(shell.run("import", bad).code()).isEqualTo(2);
        assertThat(shell.run("export", "--answers", bad, "--out", path("o.csv")).code())
                .isEqualTo(2);
        assertThat(
                        shell.run(
                                        "export",
                                        "--official-sheet",
                                        notOfficial,
                                        "--out",
                                        path("o.xlsx"))
                                .err())
                .startsWith("x.xlsx:1:1: the workbook is broken");
        assertThat(shell.run("export", "--out", path("o.pdf")).err())
                .isEqualTo("hoshimori: --out must end in .csv or .xlsx\n");
        assertThat(shell.run("export", "--out", path("bad.csv/o.csv")).code()).isEqualTo(2);
        assertThat(shell.files()).containsExactlyInAnyOrder("bad.csv", "x.xlsx");
    }

    @Test
    void aDamagedStoreIsToldAndNotOverwritten() throws IOException {
        Files.createDirectories(shell.path("data/answers"));
        shell.file("data/answers/scs-2026-03-27.csv", "nonsense");

        Shell.Result result = shell.run("import", shell.file("a.csv", "id,answer\n4-1-3-2,met\n"));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("data/answers/scs-2026-03-27.csv:1:1: no columns for id and answer");
        assertThat(shell.path("data/answers/scs-2026-03-27.csv")).hasContent("nonsense");
    }
}
