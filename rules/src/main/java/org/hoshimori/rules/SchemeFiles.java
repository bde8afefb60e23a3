package org.hoshimori.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the reviewed data files: those the application carries and those laid beside it.
public final class SchemeFiles {
    /// What a folder below `schemes` holds when it is not an edition's.
    private static final List<String> OTHERS =
            List.of("crosswalks", "measures", "sheets", "holidays", OfficialWording.FOLDER);

    private SchemeFiles() {}

    /// Whether a path such as `scs/2026-03-27.yaml` is an edition's.
    static boolean isEdition(String path) {
        return OTHERS.stream().noneMatch(other -> path.startsWith(other + "/"));
    }

    /// Whether a path below `schemes` is one that is read at all.
    public static boolean isRead(String path) {
        return path.indexOf('/') > 0
                && path.endsWith(path.startsWith(OfficialWording.FOLDER + "/") ? ".csv" : ".yaml");
    }

    /// Every file of `folder` (`crosswalks`, `measures` …), carried and beside.
    ///
    /// @param beside need not exist
    public static List<SchemeFile> of(String folder, Path beside) throws IOException {
        return all(beside, path -> path.startsWith(folder + "/"));
    }

    /// What the application carries on its class path under `/schemes`, as listed in
    /// `/schemes/index.txt` (one relative path a line), and what lies below `beside`.
    static List<SchemeFile> all(Path beside, Predicate<String> which) throws IOException {
        List<SchemeFile> files = new ArrayList<>();
        String index = new String(resource("/schemes/index.txt"), StandardCharsets.UTF_8);
        for (String path : index.lines().toList()) {
            if (!path.isBlank() && which.test(path)) {
                files.add(new SchemeFile("schemes/" + path, resource("/schemes/" + path)));
            }
        }
        files.addAll(below(beside, which));
        return files;
    }

    /// `<folder>/<name>.yaml` below `directory`, and `wording/<name>.csv`.
    public static List<SchemeFile> below(Path directory, Predicate<String> which)
            throws IOException {
        List<SchemeFile> files = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> paths = Files.walk(directory, 2)) {
                for (Path path : paths.sorted().toList()) {
                    String relative = directory.relativize(path).toString().replace('\\', '/');
                    if (isRead(relative) && which.test(relative)) {
                        files.add(new SchemeFile(path.toString(), Files.readAllBytes(path)));
                    }
                }
            }
        }
        return files;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = SchemeFiles.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return content.readAllBytes();
        }
    }
}
