package org.hoshimori.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The name of a tile (C2SP tlog-tiles): up to 256 neighbouring hashes of one level, where a hash
/// of level L+1 is the root over a full tile of level L.
///
/// @param level 0 (leaf hashes) to 63
/// @param index number of the tile within its level, from 0
/// @param width 1 to 256 hashes; less than 256 is a partial tile at the right edge
public record Tile(int level, long index, int width) {

    /// Levels of the tree within one tile.
    public static final int HEIGHT = 8;

    /// Hashes in a full tile.
    public static final int FULL = 1 << HEIGHT;

    private static final int HIGHEST_LEVEL = 63;
    private static final String PREFIX = "tile/";

    public Tile {
        if (level < 0 || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException(
                    "no tile at level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /// Reads `tile/<L>/<N>[.p/<W>]`.
    public static Parsed<Tile> parse(String path) {
        return Strict.attempt(() -> read(path));
    }

    private static Tile read(String path) throws Malformation {
        int slash = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || slash < 0) {
            throw new Malformation("not a tile path");
        }
        long level = Strict.decimal(path.substring(PREFIX.length(), slash));
        if (level > HIGHEST_LEVEL) {
            throw new Malformation("a tile level is at most 63");
        }
        TilePath place = TilePath.read(path.substring(slash + 1));
        return new Tile((int) level, place.index(), place.width());
    }

    public String path() {
        return PREFIX + level + "/" + new TilePath(index, width).text();
    }

    public boolean full() {
        return width == FULL;
    }

    /// Whether a tree of this many leaves has this tile with at least this width.
    public boolean within(long size) {
        int bits = level * HEIGHT;
        long hashes = bits >= Long.SIZE ? 0 : size >> bits;
        return index < Long.MAX_VALUE / FULL && index * FULL + width <= hashes;
    }

    /// The bytes a tile is served as: its hashes one after another.
    public static byte[] encode(List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(hashes.size() * Hash.SIZE);
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes().raw()));
        return bytes.toByteArray();
    }

    /// Reads the bytes of a tile back.
    public static Parsed<List<Hash>> decode(byte[] bytes) {
        return Strict.attempt(() -> {
            if (bytes.length == 0
                    || bytes.length > FULL * Hash.SIZE
                    || bytes.length % Hash.SIZE != 0) {
                throw new Malformation("a tile has 1 to 256 hashes of 32 bytes");
            }
            List<Hash> hashes = new ArrayList<>(FULL);
            for (int at = 0; at < bytes.length; at += Hash.SIZE) {
                hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.SIZE)));
            }
            return List.copyOf(hashes);
        });
    }
}
