package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents of other programs at the command line.
class DocumentCommandTests {
    private static final String CATALOG =
            """
            catalog:
              uuid: 3d2f7a52-3c11-4d0c-9b35-5a2f3f1a0001
              metadata:
                title: Small catalog
                last-modified: 2026-11-01T00:00:00Z
                version: "1.0"
                oscal-version: 1.1.3
              groups:
                - id: g
                  title: Access
                  controls:
                    - id: a-1
                      title: Keys
                      parts:
                        - name: statement
                          prose: Keys are changed.
                    - id: a-2
                      title: Doors
                      note-to-self: kept
                      parts:
                        - name: statement
                          prose: Doors are shut.
            """;

    private static final String PROFILE =
            """
            {"profile": {"uuid": "3d2f7a52-3c11-4d0c-9b35-5a2f3f1a0002",
              "metadata": {"title": "Doors only", "last-modified": "2026-11-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1"},
              "imports": [{"href": "https://example.org/small_catalog.xml", "include-controls": [{"with-ids": ["a-2"]}]},
                          {"href": "https://example.org/small_catalog.xml", "include-controls": [{"with-ids": ["a-2"]}]}],
              "merge": {"combine": {"method": "use-first"}}}}
            """;

    private final Shell shell;

    DocumentCommandTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
    }

    private String path(String name) {
        return shell.path(name).toString();
    }

    @Test
    void aCatalogBecomesAnEditionThatIsListedAnsweredAndGivenBackWhole() {
        String catalog = shell.file("c.txt", CATALOG);

        Shell.Result imported = shell.run("import", catalog);
        assertThat(imported.code()).isZero();
        assertThat(imported.out())
                .isEqualTo(
                        """
                        oscal-catalog: Small catalog
                        edition small-catalog/1.0: 2 criteria (2 added, 0 changed, 0 removed), 0 left out as withdrawn
                          baseline: 2  Small catalog
                        """);
        assertThat(imported.err())
                .contains(
                        "c.txt:19:25: /catalog/groups/controls: \"note-to-self\" is not of OSCAL");
        assertThat(shell.run("schemes", "--json").out())
                .contains(
                        "\"scheme\":\"small-catalog\",\"edition\":\"1.0\",\"status\":\"imported\"");
        String answers = shell.file("a.csv", "id,answer\na-1,met\na-2,met\n");
        assertThat(
                        shell.run(
                                        "evaluate",
                                        "--scheme",
                                        "small-catalog",
                                        "--level",
                                        "baseline",
                                        answers)
                                .code())
                .isZero();
        assertThat(
                        shell.run(
                                        "export",
                                        "--scheme",
                                        "small-catalog",
                                        "--format",
                                        "oscal-catalog",
                                        "--out",
                                        path("back.json"))
                                .code())
                .isZero();
        assertThat(shell.path("back.json")).content().contains("\"note-to-self\": \"kept\"");
    }

    @Test
    void importingAgainSaysWhatChangesAndADryRunChangesNothing() {
        shell.run("import", shell.file("c.yaml", CATALOG));
        Set<String> before = shell.files();
        String changed =
                shell.file(
                        "c.yaml",
                        CATALOG.replace("Keys are changed.", "Keys are changed at once.")
                                .replace("a-2", "a-3"));

        assertThat(shell.run("import", "--dry-run", "--json", changed).out())
                .contains(
                        "\"dry_run\":true",
                        "\"criteria\":{\"read\":2,\"added\":[\"a-3\"],\"changed\":[\"a-1\"],\"removed\":[\"a-2\"]}");
        assertThat(shell.files()).isEqualTo(before);
        assertThat(shell.run("schemes", "--json").out()).contains("\"criteria\":2");
    }

    @Test
    void aProfileNeedsItsCatalogInTheCallAndTakesOnlyWhatItSelects() {
        String catalog = shell.file("small_catalog.json", CATALOG);
        String profile = shell.file("p.json", PROFILE);

        Shell.Result alone = shell.run("import", profile);
        assertThat(alone.code()).isEqualTo(2);
        assertThat(alone.err())
                .isEqualTo(
                        "p.json:3:15: imports \"https://example.org/small_catalog.xml\"; give that file with --with (nothing is fetched)\n");
        Shell.Result with = shell.run("import", "--with", catalog, "--as", "doors/2", profile);
        assertThat(with.out()).contains("edition doors/2: 1 criteria (1 added");
        assertThat(
                        shell.run(
                                        "export",
                                        "--document",
                                        profile,
                                        "--with",
                                        catalog,
                                        "--format",
                                        "oscal-catalog",
                                        "--out",
                                        path("resolved.xml"))
                                .code())
                .isZero();
        assertThat(shell.path("resolved.xml")).content().contains("<control id=\"a-2\">");
    }

    @Test
    void anImportNeverTakesThePlaceOfAnEditionThatWasNotImported() {
        Shell.Result result =
                shell.run("import", "--as", "scs/2026-03-27", shell.file("c.yaml", CATALOG));

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("scs/2026-03-27 is there already");
        assertThat(shell.run("import", "--as", "../x/1", path("c.yaml")).code()).isEqualTo(2);
        assertThat(shell.files()).containsExactly("c.yaml");
    }

    @Test
    void answersGoOutAsPlanResultsAndPlanOfActionAndComeBack() {
        shell.run(
                "import",
                shell.file(
                        "a.csv",
                        "id,answer,detail\n4-1-3-2,met,MFA\n1-2-1-1,not-applicable,\"two\nlines\"\n4-1-3-3,not-met,\n"));
        for (String file : new String[] {"ssp.xml", "assessment-results.yaml", "ssp.json"}) {
            String format = "oscal-" + file.replaceAll("\\..*", "");
            assertThat(
                            shell.run(
                                            "export",
                                            "--format",
                                            format,
                                            "--level",
                                            "3",
                                            "--out",
                                            path(file))
                                    .code())
                    .isZero();
            assertThat(shell.run("import", "--dry-run", path(file)).out())
                    .isEqualTo(
                            "3 answers: 0 added, 0 changed, 0 removed\nOnly tried: nothing was changed.\n");
        }
        shell.run("export", "--format", "oscal-poam", "--level", "3", "--out", path("poam.yaml"));
        shell.run("import", shell.file("b.csv", "id,answer\n4-1-3-2,met\n4-1-3-3,met\n"));
        assertThat(shell.run("import", "--json", path("poam.yaml")).out())
                .contains(
                        "\"recognised\":\"oscal-poam\"",
                        "\"added\":[],\"changed\":[\"4-1-3-3\"],\"removed\":[]");
    }

    @Test
    void aPlanOfActionWithNothingInItIsAnHonestNo() {
        StringBuilder csv = new StringBuilder("id,answer\n");
        shell.run("export", "--level", "3", "--out", path("empty.csv"));
        for (String line : read("empty.csv").lines().skip(1).toList()) {
            csv.append(line.split(",")[0]).append(",met\n");
        }
        String all = shell.file("all.csv", csv.toString());

        Shell.Result result =
                shell.run(
                        "export",
                        "--answers",
                        all,
                        "--format",
                        "oscal-poam",
                        "--level",
                        "3",
                        "--out",
                        path("poam.json"));

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("Nothing is missing");
        assertThat(shell.path("poam.json")).doesNotExist();
    }

    private String read(String name) {
        try {
            return Files.readString(shell.path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ourEditionGoesToCisoAssistantAndComesBack() {
        assertThat(
                        shell.run("export", "--format", "ciso-assistant", "--out", path("scs.yaml"))
                                .code())
                .isZero();

        Shell.Result back = shell.run("import", "--as", "scs-back/1", path("scs.yaml"));

        assertThat(back.out())
                .contains("edition scs-back/1: 153 criteria (153 added")
                .contains("  3: 81  ★3\n  4: 153  ★4\n");
        assertThat(back.err()).isEmpty();
    }

    @Test
    void wrongFilesAndCallsAreToldInOneLineAndWriteNothing() {
        String bad = shell.file("bad.json", "{\"catalog\": {\"uuid\": }}");
        assertThat(shell.run("import", bad).err())
                .isEqualTo("bad.json:1:22: not valid JSON here; write the file again\n");
        String other = shell.file("other.json", "{\"name\": \"x\"}");
        assertThat(shell.run("import", other).err()).contains("its first member is \"name\"");
        String html = shell.file("x.html", "<html></html>");
        assertThat(shell.run("import", html).err()).contains("the root element is \"html\"");
        assertThat(shell.run("export", "--format", "oscal-ssq", "--out", path("x.json")).err())
                .isEqualTo("hoshimori: --format: there is no oscal-ssq; there are: oscal-ssp\n");
        assertThat(shell.run("export", "--format", "oscal-ssp", "--out", path("x.docx")).code())
                .isEqualTo(2);
        assertThat(
                        shell.run(
                                        "export",
                                        "--format",
                                        "oscal-ssp",
                                        "--oscal-version",
                                        "9",
                                        "--out",
                                        path("x.json"))
                                .code())
                .isEqualTo(2);
        assertThat(shell.files()).containsExactlyInAnyOrder("bad.json", "other.json", "x.html");
    }
}
