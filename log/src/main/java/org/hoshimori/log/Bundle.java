package org.hoshimori.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// The name of an entry bundle (C2SP tlog-tiles): the entries whose hashes stand in the level 0
/// tile of the same number.
///
/// @param index number of the bundle, from 0
/// @param width 1 to 256 entries
public record Bundle(long index, int width) {

    /// The longest entry, in bytes: its length is written in 16 bits.
    public static final int LONGEST_ENTRY = 0xffff;

    private static final String PREFIX = "tile/entries/";

    public Bundle {
        if (index < 0 || width < 1 || width > Tile.FULL) {
            throw new IllegalArgumentException("no bundle " + index + " of width " + width);
        }
    }

    /// Reads `tile/entries/<N>[.p/<W>]`.
    public static Parsed<Bundle> parse(String path) {
        return Strict.attempt(() -> {
            if (!path.startsWith(PREFIX)) {
                throw new Malformation("not the path of an entry bundle");
            }
            TilePath place = TilePath.read(path.substring(PREFIX.length()));
            return new Bundle(place.index(), place.width());
        });
    }

    public String path() {
        return PREFIX + new TilePath(index, width).text();
    }

    public boolean full() {
        return width == Tile.FULL;
    }

    /// Whether a log of this many entries has this bundle with at least this width.
    public boolean within(long size) {
        return new Tile(0, index, width).within(size);
    }

    /// The bytes a bundle is served as: each entry after its length in 16 bits, big-endian.
    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
            }
            bytes.write(entry.length >> 8);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /// Reads the entries of a bundle back.
    public static Parsed<List<Bytes>> decode(byte[] bundle) {
        return Strict.attempt(() -> {
            Bytes bytes = Bytes.of(bundle);
            List<Bytes> entries = new ArrayList<>();
            int at = 0;
            while (at < bundle.length) {
                int start = at + 2;
                int end =
                        start > bundle.length
                                ? Integer.MAX_VALUE
                                : start + ((bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff);
                if (end > bundle.length || entries.size() == Tile.FULL) {
                    throw new Malformation("not a bundle of up to 256 whole entries");
                }
                entries.add(bytes.slice(start, end));
                at = end;
            }
            return List.copyOf(entries);
        });
    }
}
