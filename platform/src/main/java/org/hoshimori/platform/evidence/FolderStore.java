package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.Stream;
import org.hoshimori.platform.evidence.Incoming.Received;

/// Bytes in files of a folder, `ab/cd/abcd…`: a file appears whole or not at all (written aside,
/// forced to disk, renamed).
final class FolderStore implements ByteStore {

    private final Path root;

    FolderStore(Path folder) {
        root = folder.toAbsolutePath().normalize();
    }

    @Override
    public void keep(Received received) throws IOException {
        Path place = place(received.digest());
        if (Files.exists(place) && Files.size(place) == received.size()) {
            Files.delete(received.file());
            return;
        }
        Files.createDirectories(place.getParent());
        Files.move(received.file(), place, StandardCopyOption.ATOMIC_MOVE);
        // The names must survive a power cut too, not only the bytes.
        for (Path folder = place.getParent();
                folder != null && folder.startsWith(root);
                folder = folder.getParent()) {
            force(folder);
        }
    }

    @Override
    public InputStream open(String digest) throws IOException {
        return Files.newInputStream(place(digest));
    }

    @Override
    public Stream<String> kept(Instant before) throws IOException {
        return Files.find(
                        root,
                        3,
                        (path, attributes) ->
                                attributes.isRegularFile()
                                        && ByteStore.isDigest(path.getFileName().toString())
                                        && attributes
                                                .lastModifiedTime()
                                                .toInstant()
                                                .isBefore(before))
                .map(path -> path.getFileName().toString());
    }

    @Override
    public void remove(String orphan) throws IOException {
        Files.deleteIfExists(place(orphan));
    }

    private Path place(String digest) {
        return root.resolve(ByteStore.place(digest));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
