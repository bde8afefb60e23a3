package org.hoshimori.log;

import java.util.List;

/// Where tiles come from: a database, files, the network.
public interface TileReader {

    /// The hashes of the tile, exactly [Tile#width] of them. A store that cannot deliver a tile of
    /// the tree it belongs to is broken and throws.
    List<Hash> read(Tile tile);
}
