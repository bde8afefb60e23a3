package org.hoshimori.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTests {

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String dump = "";

    @BeforeEach
    void writeADump() throws IOException {
        dump = write("register.dump", Logs.dump(20));
    }

    @Test
    void anIntactDumpIsAYes() throws IOException {
        String kept = write("kept", Logs.checkpoint(9).encoded());
        int code = run(dump, "--key", Logs.KEY.text(), "--checkpoint", kept, "--lang", "en");
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Intact: register.example/log\n  20 entries")
                .doesNotContain("Note:");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aChangedDumpIsAnHonestNoThatNamesTheEntry() throws IOException {
        String changed = write("changed", Logs.dump(20).replace("{\"entry\":7}", "{\"entry\":8}"));
        assertThat(run(changed, "--key", Logs.KEY.text(), "--lang", "ja")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("13 行目の記録 7 は書き換えられています");
    }

    @Test
    void answersPrograms() throws IOException {
        String changed = write("changed", Logs.dump(20).replace("{\"entry\":7}", "{\"entry\":8}"));
        assertThat(run(changed, "--json", "--lang", "en")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"verdict":"faulty","origin":"register.example/log","entries":20,"faults":[\
                        {"fault":"rewritten","first_entry":7,"last_entry":7,"line":13,"message":\
                        "entry 7 in line 13 was rewritten: it is not what the register stored"}]}
                        """);
    }

    @Test
    void warnsIfTheKeyCameFromTheDumpItself() {
        assertThat(run(dump, "--lang", "ja")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("注意: 鍵はダンプ自身");
    }

    @Test
    void aWrongCallIsOneLineOnStandardError() throws IOException {
        String other = write("other", "not a dump\n");
        for (String[] call :
                new String[][] {
                    {},
                    {dump, dump},
                    {dump, "--kee"},
                    {dump, "--key"},
                    {dump, "--key", "x"},
                    {dump, "--lang", "fr"},
                    {dump, "--checkpoint", folder.resolve("nothing").toString()},
                    {dump, "--checkpoint", other},
                    {folder.resolve("nothing").toString()},
                    {folder.toString()},
                    {other}
                }) {
            err.reset();
            assertThat(run(call)).as(String.join(" ", call)).isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
            assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        }
        assertThat(run(other, "--lang", "en")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(other + ":1: not a register dump");
    }

    @Test
    void helpsInBothLanguages() {
        assertThat(run("--help", "--lang", "en")).isZero();
        assertThat(run("--help", "--lang", "ja")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\n  java -jar log.jar DUMP")
                .contains("\n  --key 検証鍵");
    }

    private String write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private int run(String... arguments) {
        return new Verify(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .verify(arguments);
    }
}
