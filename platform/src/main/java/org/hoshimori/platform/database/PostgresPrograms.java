package org.hoshimori.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/// The PostgreSQL programs that travel in the jar, unpacked once; a folder that was filled half-way
/// never counts.
///
/// @param folder holds `bin`, `lib` and `share`
record PostgresPrograms(Path folder) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private static final int PATIENCE_SECONDS = 120;

    /// @param programs the folder that shall hold `bin`, `lib` and `share`
    static PostgresPrograms unpack(Path programs) throws IOException {
        if (Files.exists(programs)) {
            return new PostgresPrograms(programs);
        }
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            throw new IOException(
                    "the embedded PostgreSQL runs on Linux x86-64 only; "
                            + "start a PostgreSQL 15 or newer and say where: HOSHIMORI_DATABASE_URL");
        }
        Files.createDirectories(programs.getParent());
        Path fresh = Files.createTempDirectory(programs.getParent(), "programs");
        try (InputStream packed = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new IOException(
                        "the PostgreSQL programs are missing in this jar: " + ARCHIVE);
            }
            extract(packed, fresh);
        }
        settle(fresh, programs);
        return new PostgresPrograms(programs);
    }

    private static void extract(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry points outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    if (entry.isSymbolicLink()) {
                        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                    } else {
                        Files.copy(tar, path);
                        if ((entry.getMode() & 0100) != 0) {
                            Files.setPosixFilePermissions(
                                    path, PosixFilePermissions.fromString("rwxr-xr-x"));
                        }
                    }
                }
            }
        }
    }

    /// Runs one of them to its end.
    ///
    /// @throws IOException with what it said, when it fails or does not end
    void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        finish(program, command);
    }

    /// Runs any command to its end.
    ///
    /// @param program what it is called when it fails
    static void finish(String program, List<String> command) throws IOException {
        Path output = Files.createTempFile("postgres", ".out");
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " said: " + Files.readString(output).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was interrupted", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /// Gives a filled folder its place, unless another instance was quicker.
    static void settle(Path fresh, Path place) throws IOException {
        try {
            Files.move(fresh, place);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            delete(fresh);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException failure) throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
