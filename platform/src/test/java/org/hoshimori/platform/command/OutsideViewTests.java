package org.hoshimori.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `java -jar hoshimori-app.jar probe`, without the script.
class OutsideViewTests {

    @TempDir private Path home;

    /// Ends with the number of its arguments, and a hundred more if it can see any setting.
    public static final class Counting {
        private Counting() {}

        public static void main(String[] args) {
            boolean sees =
                    System.getenv().keySet().stream().anyMatch(n -> n.startsWith("HOSHIMORI"));
            System.exit(args.length + (sees ? 100 : 0));
        }
    }

    private record Ran(int code, String err) {}

    private Ran run(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code;
        try (Console console =
                Console.of(
                        List.of(args),
                        new ByteArrayInputStream(new byte[0]),
                        OutputStream.nullOutputStream(),
                        err,
                        Clock.systemUTC(),
                        home)) {
            code = OutsideView.run(List.of(args), console, home);
        }
        return new Ran(code, err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhatToDoWhenTheProbeIsNotBesideIt() {
        Ran ran = run("probe", "example.jp", "--lang", "en");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("./hoshimori probe", "probe.jar").hasLineCount(1);
    }

    @Test
    void startsTheProbeBesideItWithItsArgumentsAndNoneOfOurSettings() throws IOException {
        Files.createDirectories(home.resolve("probe/lib"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Counting.class.getName());
        String name = Counting.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar =
                        new JarOutputStream(
                                Files.newOutputStream(home.resolve("probe/probe.jar")), manifest);
                InputStream code =
                        Objects.requireNonNull(
                                getClass().getClassLoader().getResourceAsStream(name))) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        assertThat(run("rate", "bundle.jsonl", "--json").code()).isEqualTo(3);
    }
}
