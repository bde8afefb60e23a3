package org.hoshimori.formats.tree;

import org.hoshimori.rules.Text;

/// What a stranger's file may cost. The largest public catalog (NIST SP 800-53) is 10 MB, 300,000
/// values and 14 deep.
public final class Bounds {
    /// Size of a file.
    public static final int BYTES = 16 * 1024 * 1024;

    /// Lists and objects inside each other.
    public static final int DEEP = 64;

    /// Values, lists and objects, those that aliases repeat counted each time.
    public static final int NODES = 1_000_000;

    /// Characters in one value: a picture in base64 fits.
    public static final int CHARACTERS = 8 * 1024 * 1024;

    private int nodes;

    /// Counts what was read.
    ///
    /// @throws Unreadable when it was too much
    public void count(int more, Place place) throws Unreadable {
        if (more > NODES - nodes) {
            throw new Unreadable(
                    place,
                    "値が多すぎます (100万まで)。ファイルを分けてください",
                    "more than 1,000,000 values; split the file");
        }
        nodes += more;
    }

    public int counted() {
        return nodes;
    }

    /// @throws Unreadable when `depth` is too deep
    public static void depth(int depth, Place place) throws Unreadable {
        if (depth > DEEP) {
            throw new Unreadable(
                    place,
                    "入れ子が深すぎます (64段まで)。ファイルを確かめてください",
                    "nested deeper than 64; check the file");
        }
    }

    /// @throws Unreadable when the file is too large
    public static void size(byte[] bytes) throws Unreadable {
        if (bytes.length > BYTES) {
            throw new Unreadable(
                    Place.START,
                    new Text("16 MiBを超えています。ファイルを分けてください", "larger than 16 MiB; split the file"));
        }
    }

    static Unreadable tooLong(Place place) {
        return new Unreadable(
                place,
                "1つの値が長すぎます (800万字まで)。ファイルを確かめてください",
                "a value longer than 8,000,000 characters; check the file");
    }
}
