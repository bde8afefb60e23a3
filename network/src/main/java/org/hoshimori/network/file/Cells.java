package org.hoshimori.network.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Reads the cells of a row; a cell that cannot be read ends the row with a [Wrong].
final class Cells {
    /// The cell of this row that cannot be taken.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        private final int cell;
        private final transient Phrase reason;

        Wrong(int cell, String ja, String en) {
            super(en, null, false, false);
            this.cell = cell;
            this.reason = new Phrase(ja, en);
        }

        RowFault in(String file, Table table) {
            return new RowFault(file, table.line(), table.column(cell), reason);
        }
    }

    private final Table table;
    private int from;
    private int to;

    Cells(Table table) {
        this.table = table;
    }

    /// Points at a cell without the spaces around it; false when it is empty or not there.
    boolean at(int cell) {
        if (cell < 0 || cell >= table.cells()) {
            return false;
        }
        from = table.from(cell);
        to = table.to(cell);
        byte[] bytes = table.bytes();
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (from < to && bytes[to - 1] == ' ') {
            to--;
        }
        return from < to;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    String text(int cell) throws Wrong {
        if (!at(cell)) {
            return "";
        }
        for (int i = from; i < to; i++) {
            if (table.bytes()[i] < 0) {
                return decoded(cell);
            }
        }
        return new String(table.bytes(), from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String decoded(int cell) throws Wrong {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(table.bytes(), from, to - from))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new Wrong(
                    cell, "UTF-8ではありません。UTF-8で保存し直してください", "not UTF-8; save the file as UTF-8");
        }
    }

    /// A level: a whole number from 0 to 100, with or without a star before it; 0 when empty.
    int level(int cell) throws Wrong {
        if (!at(cell)) {
            return 0;
        }
        byte[] bytes = table.bytes();
        if (to - from == 1 && bytes[from] >= '0' && bytes[from] <= '9') {
            return bytes[from] - '0';
        }
        String text = text(cell);
        String digits = text.startsWith("★") ? text.substring(1) : text;
        if (digits.matches("[0-9]{1,3}") && Integer.parseInt(digits) <= 100) {
            return Integer.parseInt(digits);
        }
        throw new Wrong(
                cell,
                "段階は0から100の整数で書いてください: " + text,
                "a level is a whole number from 0 to 100: " + text);
    }

    /// A number of 0 or more; `none` when empty.
    float amount(int cell, float none) throws Wrong {
        if (!at(cell)) {
            return none;
        }
        byte[] bytes = table.bytes();
        long whole = 0;
        long scale = 0;
        int i = from;
        for (; i < to && i - from < 17; i++) {
            byte c = bytes[i];
            if (c >= '0' && c <= '9') {
                whole = whole * 10 + (c - '0');
                scale *= 10;
            } else if (c == '.' && scale == 0) {
                scale = 1;
            } else {
                break;
            }
        }
        // Short plain decimals are exact in a double; everything else goes the slow way.
        if (i == to && !(to - from == 1 && scale == 1)) {
            return (float) (scale > 1 ? (double) whole / scale : whole);
        }
        String text = text(cell);
        try {
            float amount = Float.parseFloat(text);
            if (amount >= 0 && amount < Float.POSITIVE_INFINITY) {
                return amount;
            }
        } catch (NumberFormatException wrong) {
            // Said below.
        }
        throw new Wrong(cell, "0以上の数で書いてください: " + text, "a number of 0 or more is needed: " + text);
    }
}
