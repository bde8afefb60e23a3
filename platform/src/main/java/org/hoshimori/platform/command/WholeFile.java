package org.hoshimori.platform.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.rules.Text;

/// Files read whole and written whole: a file is either as it was or complete, never half-written.
final class WholeFile {
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private WholeFile() {}

    /// The bytes of a file (`-` is standard input), or nothing after it was told why not.
    static Optional<byte[]> read(Path file, Console console) {
        try (InputStream content =
                file.toString().equals("-") ? console.in() : Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                console.fault(
                        file + ": " + console.say(new Text("32 MiBを超えています", "larger than 32 MiB")));
                return Optional.empty();
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException e) {
            console.fault(
                    file + ": " + console.say(new Text("ファイルがありません", "there is no such file")));
        } catch (IOException e) {
            console.fault(file + ": " + console.say(new Text("読めません", "cannot be read")));
        }
        return Optional.empty();
    }

    /// Puts `bytes` in place at once. Tells why when it cannot.
    static boolean write(Path file, byte[] bytes, Console console) {
        Path whole = file.toAbsolutePath();
        Path part =
                whole.resolveSibling(
                        "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(Objects.requireNonNull(whole.getParent()));
            try {
                Files.write(part, bytes, StandardOpenOption.CREATE_NEW);
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return true;
        } catch (IOException e) {
            console.fault(file + ": " + console.say(new Text("書き込めません", "cannot be written")));
            return false;
        }
    }
}
