package org.hoshimori.network.file;

import org.hoshimori.network.NetworkBuilder;

/// Reads names of companies straight from the bytes of a table.
final class CompanyIds {
    private final NetworkBuilder builder;

    CompanyIds(NetworkBuilder builder) {
        this.builder = builder;
    }

    /// The builder's number of the company named in a cell.
    int read(Table table, Cells cells, int cell, String ja, String en) throws Cells.Wrong {
        if (!cells.at(cell)) {
            throw new Cells.Wrong(Math.max(0, cell), ja + "がありません", en + " is missing");
        }
        byte[] bytes = table.bytes();
        for (int i = cells.from(); i < cells.to(); i++) {
            if (bytes[i] < ' ') {
                // Not plain: either right UTF-8, or said to be wrong by the decoder.
                String name = cells.text(cell);
                if (name.chars().anyMatch(Character::isISOControl)) {
                    throw new Cells.Wrong(
                            cell, ja + "に制御文字があります", en + " has a control character in it");
                }
                break;
            }
        }
        return builder.company(bytes, cells.from(), cells.to());
    }
}
