package org.hoshimori.network.file;

/// Checks names of companies in place.
final class CompanyIds {
    private CompanyIds() {}

    /// Points `cells` at a name that can be taken.
    static void at(Table table, Cells cells, int cell, String ja, String en) throws Cells.Wrong {
        if (!cells.at(cell)) {
            throw new Cells.Wrong(Math.max(0, cell), ja + "がありません", en + " is missing");
        }
        // What is not plain is right UTF-8, or said to be wrong by the decoder.
        if (!EightBytes.plain(table.bytes(), cells.from(), cells.to())
                && cells.text(cell).chars().anyMatch(Character::isISOControl)) {
            throw new Cells.Wrong(cell, ja + "に制御文字があります", en + " has a control character in it");
        }
    }
}
