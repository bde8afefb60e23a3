package org.hoshimori.formats.oscal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hoshimori.formats.tree.JsonTree;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;
import org.junit.jupiter.api.Assumptions;

/// Files of publishers that are not ours to ship. They lie beside the repository in `shared/data`;
/// further ones, copies of the repositories usnistgov/oscal-content (as `content`), usnistgov/OSCAL
/// (`oscal`), NIST's JSON schemas of OSCAL 1.1.3 as released (`oscal-1.1.3`),
/// AustralianCyberSecurityCentre/ism-oscal (`ism`) and the libraries of
/// intuitem/ciso-assistant-community (`ciso`), in the folder that HOSHIMORI_ORACLES names. Tests
/// without them are skipped and say so.
public final class Official {
    private static final Path SHARED = Path.of("../../shared/data");

    private Official() {}

    static byte[] shared(String path) {
        return bytes(SHARED.resolve(path));
    }

    static byte[] oracle(String path) {
        return bytes(oracles().resolve(path));
    }

    public static List<Path> oracles(String folder, String ending) {
        Path root = oracles().resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(root), () -> "skipped: no " + folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path oracles() {
        String folder = System.getenv("HOSHIMORI_ORACLES");
        Assumptions.assumeTrue(folder != null, "skipped: HOSHIMORI_ORACLES names no folder");
        return Path.of(folder);
    }

    public static byte[] bytes(Path path) {
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tree.Fields json(byte[] bytes) {
        try {
            return (Tree.Fields) JsonTree.read(bytes);
        } catch (Unreadable e) {
            throw new AssertionError(e.in("file").toString());
        }
    }

    static OscalDocument read(byte[] bytes) {
        return switch (OscalFiles.read("file", bytes, OscalFiles.recognise(bytes).orElseThrow())) {
            case OscalDocument.Reading.Read read -> read.document();
            case OscalDocument.Reading.Refused refused ->
                    throw new AssertionError(refused.faults().toString());
        };
    }
}
