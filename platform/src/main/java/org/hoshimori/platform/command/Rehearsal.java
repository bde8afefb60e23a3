package org.hoshimori.platform.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Runs the short commands once, so that the JVM can keep what they load and link for a quick start
/// (ADR 0006). `./hoshimori` runs it after a build; what it prints is thrown away, and nothing is
/// kept.
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        Path data = Files.createTempDirectory("hoshimori-rehearsal");
        try {
            // As a process does it, its logging switched off.
            Command.run(List.of("--version"));
            run(data, "", "--help", "--lang", "ja");
            run(data, "", "schemes");
            run(data, "", "schemes", "--json");
            for (String scheme : List.of("scs", "cmmc")) {
                run(data, "id,answer\n", "evaluate", "--scheme", scheme, "--level", "3", "-");
            }
            String answers = "id,answer\n1,done\n2,partly\n";
            run(
                    data,
                    answers,
                    "evaluate",
                    "--scheme",
                    "security-action",
                    "--level",
                    "1",
                    "--json",
                    "-");
            Path certificate = Files.writeString(data.resolve("certificate.json"), "{}");
            run(data, "", "verify", certificate.toString());
        } finally {
            try (var left = Files.walk(data)) {
                left.sorted(java.util.Comparator.reverseOrder()).forEach(Rehearsal::delete);
            }
        }
    }

    private static void run(Path data, String in, String... args) {
        try (Console console =
                Console.of(
                        List.of(args),
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        Clock.systemUTC(),
                        data)) {
            Command.run(List.of(args), console);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
