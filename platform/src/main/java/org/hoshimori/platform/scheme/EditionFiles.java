package org.hoshimori.platform.scheme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hoshimori.platform.database.Sql;
import org.hoshimori.rules.SchemeFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What lies in `schemes` of the data folder (editions, crosswalks, measures, forms of sheets,
/// holidays, and what was given of official sheets), and the same in the database for instances
/// with folders of their own. Of two writings of one file the later wins everywhere, so that all
/// instances come to the same whatever the order. What the database has, no instance loses by
/// removing a file: assessments may rest on it.
@Component
class EditionFiles {

    private final Path folder;
    private final JdbcClient jdbc;

    EditionFiles(@Value("${hoshimori.data}") Path data, JdbcClient jdbc) {
        this.folder = data.resolve("schemes");
        this.jdbc = jdbc;
    }

    /// When each file here was written, to the microsecond that the database knows, too.
    Map<String, Instant> here() throws IOException {
        Map<String, Instant> here = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return here;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (SchemeFiles.isRead(path)) {
                    try {
                        here.put(path, written(file));
                    } catch (NoSuchFileException e) {
                        // Removed while we looked: not here.
                    }
                }
            }
        }
        return here;
    }

    private static Instant written(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    private Map<String, Instant> shared() {
        Map<String, Instant> shared = new TreeMap<>();
        jdbc.sql("select path, written_at from scheme.file")
                .query((row, _) ->
                        shared.put(row.getString("path"), Sql.instant(row, "written_at")))
                .list();
        return shared;
    }

    /// Lays here what the database has and this folder has not, or older.
    void take() throws IOException {
        Map<String, Instant> here = here();
        for (Map.Entry<String, Instant> each : shared().entrySet()) {
            Instant own = here.get(each.getKey());
            if (own == null || own.isBefore(each.getValue())) {
                lay(each.getKey(), each.getValue());
            }
        }
    }

    private void lay(String path, Instant written) throws IOException {
        byte[] content =
                jdbc.sql("select content from scheme.file where path = :path")
                        .param("path", path)
                        .query(byte[].class)
                        .single();
        lay(path, content, FileTime.from(written));
    }

    /// Lays a file here, whole or not at all; the next look gives it to the others.
    void lay(String path, byte[] content) throws IOException {
        lay(path, content, null);
    }

    private void lay(String path, byte[] content, @Nullable FileTime written) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IOException("not a file of a scheme: " + path);
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path part = Files.createTempFile(file.getParent(), ".", ".part");
        try {
            Files.write(part, content);
            if (written != null) {
                Files.setLastModifiedTime(part, written);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Gives the database what is here and not there, or older there.
    void give() throws IOException {
        Map<String, Instant> shared = shared();
        for (Map.Entry<String, Instant> each : here().entrySet()) {
            Instant there = shared.get(each.getKey());
            if (there == null || there.isBefore(each.getValue())) {
                jdbc.sql(
                                """
                                insert into scheme.file as known (path, content, written_at)
                                values (:path, :content, :at)
                                on conflict (path) do update set content = excluded.content, written_at = excluded.written_at
                                where known.written_at < excluded.written_at
                                """)
                        .param("path", each.getKey())
                        .param("content", Files.readAllBytes(folder.resolve(each.getKey())))
                        .param("at", Sql.at(each.getValue()))
                        .update();
            }
        }
    }
}
