package org.hoshimori.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// A cluster with empty tables, made once beside the programs and copied into every new data
/// folder, which then needs neither `initdb` nor migrations (ADR 0006). The folders of one
/// machine's user share its password; he can read all of them anyway.
final class FreshCluster {

    private static final List<String> OPTIONS =
            List.of(
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale-provider=icu",
                    "--icu-locale=ja-JP",
                    "--no-locale",
                    "--data-checksums");

    private final PostgresPrograms programs;
    private final Path model;

    FreshCluster(PostgresPrograms programs) throws IOException {
        this.programs = programs;
        // Another way to make it, or other tables, are another model.
        String made = Integer.toHexString((OPTIONS + Migrations.mark()).hashCode());
        this.model =
                programs.folder()
                        .resolveSibling(programs.folder().getFileName() + "-cluster-" + made);
    }

    /// Leaves `cluster` and `password` in a folder, on the disk; `cluster` appears last and whole.
    void copyTo(Path home) throws IOException {
        if (!Files.exists(model)) {
            make();
        }
        Path fresh = home.resolve("cluster.new");
        PostgresPrograms.delete(fresh); // a start that died half-way leaves nothing that counts
        // A thousand files are much for a JVM that has just begun.
        PostgresPrograms.finish(
                "cp", List.of("cp", "-a", model.resolve("cluster").toString(), fresh.toString()));
        // One call for the file system instead of one for each of its thousand files.
        programs.run("initdb", "--sync-only", "--sync-method=syncfs", "-D", fresh.toString());
        Files.copy(
                model.resolve("password"),
                home.resolve("password"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(fresh, home.resolve("cluster"));
    }

    private void make() throws IOException {
        Path fresh = Files.createTempDirectory(model.getParent(), "cluster");
        Path password = password(fresh.resolve("password"));
        List<String> arguments = new ArrayList<>(OPTIONS);
        arguments.addAll(
                List.of("-D", fresh.resolve("cluster").toString(), "-U", EmbeddedPostgres.USER));
        arguments.addAll(List.of("--pwfile=" + password, "--no-sync"));
        programs.run("initdb", arguments.toArray(String[]::new));
        fill(fresh.resolve("cluster"), Files.readString(password).strip());
        PostgresPrograms.settle(fresh, model);
    }

    private void fill(Path folder, String password) throws IOException {
        var cluster = new Cluster(programs, folder, folder.resolveSibling("postgres.log"));
        int port = cluster.start();
        try {
            Migrations.apply(EmbeddedPostgres.coordinates(port, password));
        } finally {
            cluster.stop();
        }
    }

    private static Path password(Path file) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
    }
}
