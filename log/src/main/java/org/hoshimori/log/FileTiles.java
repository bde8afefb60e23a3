package org.hoshimori.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tiles in files, laid out as C2SP tlog-tiles serves them.
///
/// @param folder what holds the folder `tile`
public record FileTiles(Path folder) implements TileReader {

    @Override
    public List<Hash> read(Tile tile) {
        // A log may drop a partial tile once the full one exists, so that is the second place to
        // look.
        Path exact = folder.resolve(tile.path());
        Path full = folder.resolve(new Tile(tile.level(), tile.index(), Tile.FULL).path());
        try {
            byte[] bytes = Files.readAllBytes(Files.exists(exact) ? exact : full);
            List<Hash> hashes = Tile.decode(bytes).orThrow();
            if (hashes.size() < tile.width()) {
                throw new IllegalStateException("too few hashes in " + tile.path());
            }
            return hashes.subList(0, tile.width());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + tile.path(), e);
        }
    }
}
