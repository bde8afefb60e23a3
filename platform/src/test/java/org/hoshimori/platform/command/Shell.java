package org.hoshimori.platform.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs commands in this process on real files, as a person in `folder` would.
final class Shell {
    private final Path folder;

    Shell(Path folder) {
        this.folder = folder;
    }

    record Result(int code, String out, String err) {}

    Result run(String... args) {
        return run(new byte[0], args);
    }

    /// In English unless the arguments say otherwise.
    Result run(byte[] in, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
        int code;
        try (Console console =
                Console.of(
                        all,
                        new ByteArrayInputStream(in),
                        out,
                        err,
                        clock,
                        folder.resolve("data"))) {
            code = Command.run(all, console);
        }
        return new Result(code, text(out), text(err));
    }

    private String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    String file(String name, byte[] content) {
        try {
            return Files.write(path(name), content).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
