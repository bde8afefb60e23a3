package org.hoshimori.rules.sheet;

import org.hoshimori.rules.Text;

/// What is read at most. A filled-in official sheet has 158 rows and well under a megabyte.
final class Limits {
    static final int FILE_BYTES = 20 * 1024 * 1024;
    static final int UNZIPPED_BYTES = 48 * 1024 * 1024;

    /// Honest sheets shrink to a tenth; a bomb to a thousandth.
    static final int RATIO = 200;

    static final int ENTRIES = 2_000;
    static final int ROWS = 20_000;
    static final int COLUMNS = 1_000;

    /// What a spreadsheet cell can hold.
    static final int CELL_CHARACTERS = 32_767;

    private static final Text REMEDY =
            new Text("回答だけを新しいファイルに写してください", "copy just the answers into a new file");

    private Limits() {}

    static Unreadable tooLarge() {
        return new Unreadable(
                new Text("20 MiBを超えるファイルは読みません", "files above 20 MiB are not read"), REMEDY);
    }

    static Unreadable bomb() {
        return new Unreadable(
                new Text(
                        "展開すると大きくなりすぎるファイルです (圧縮爆弾の疑い)",
                        "the file grows too large when unzipped (a zip bomb?)"),
                REMEDY);
    }

    static Unreadable tooManyRows() {
        return new Unreadable(
                ROWS,
                1,
                new Text("20,000行を超えるファイルは読みません", "files of more than 20,000 rows are not read"),
                REMEDY);
    }
}
