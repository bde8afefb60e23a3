package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `evaluate --on`: the days that a result sets. The clock stands on 2026-11-23.
class EvaluateOnTests {
    private static final String[] CMMC = {"evaluate", "--scheme", "cmmc", "--level", "1", "--on"};

    private final Shell shell;

    EvaluateOnTests(@TempDir Path folder) {
        this.shell = new Shell(folder);
    }

    @Test
    void theDaysOfAFinalStatusAreToldAndThoseThatWentByAreMarked() {
        Shell.Result fresh = run("2026-11-20", "--json");
        assertThat(fresh.code()).isZero();
        assertThat(fresh.out())
                .contains(
                        "\"assessed\":\"2026-11-20\",\"due\":[{\"id\":\"status-1\",\"day\":\"2027-11-20\"")
                .contains(
                        "\"id\":\"affirmation\",\"day\":\"2027-11-20\",\"since\":\"2026-11-20\",\"repeats\":true");
        assertThat(run("2026-11-20").out())
                .contains("by 2027-11-20: the Level 1 status ends")
                .contains("by 2027-11-20, and again after: the affirming official")
                .doesNotContain("has passed");
        assertThat(run("2025-11-20").out())
                .contains(
                        "by 2026-11-20: the Level 1 status ends (from the Status Date, 2025-11-20) — has passed");
    }

    @Test
    void aDayThatIsNoneOrOutOfOrderIsRefused() {
        assertThat(run("tomorrow").code()).isEqualTo(2);
        assertThat(run("tomorrow").err()).contains("--on").doesNotContain("Exception");
        Shell.Result later = run("2026-11-20", "--conditional-since", "2026-11-21");
        assertThat(later.code()).isEqualTo(2);
        assertThat(later.err()).contains("--conditional-since needs --on");
    }

    private Shell.Result run(String on, String... more) {
        String file = shell.file("l1.csv", met());
        String[] all = new String[CMMC.length + more.length + 2];
        System.arraycopy(CMMC, 0, all, 0, CMMC.length);
        all[CMMC.length] = on;
        System.arraycopy(more, 0, all, CMMC.length + 1, more.length);
        all[all.length - 1] = file;
        return shell.run(all);
    }

    private String met() {
        Path sheet = shell.path("all.csv");
        shell.run("export", "--scheme", "cmmc", "--level", "1", "--out", sheet.toString());
        try (Stream<String> lines = Files.lines(sheet)) {
            return lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .filter(id -> !id.contains("["))
                    .map(id -> id + ",met\n")
                    .collect(Collectors.joining("", "id,answer\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
