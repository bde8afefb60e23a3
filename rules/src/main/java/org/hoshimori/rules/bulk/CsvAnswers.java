package org.hoshimori.rules.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.util.Iterator;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// A table as CSV with commas.
final class CsvAnswers implements AnswerTable {
    private final Iterator<CsvRecord> rows;
    private @Nullable CsvRecord row;
    private int line = 1;

    /// @param text not closed here
    CsvAnswers(Reader text) {
        rows =
                CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .detectBomHeader(false)
                        .ofCsvRecord(text)
                        .iterator();
    }

    @Override
    public boolean next() throws Broken {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            CsvRecord next = rows.next();
            row = next;
            line = (int) next.getStartingLineNumber();
            return true;
        } catch (CsvParseException e) {
            throw new Broken(
                    line + 1,
                    new Text("CSVとして読めません", "not valid CSV from here on"),
                    new Text("引用符「\"」を閉じてください", "close the quotation mark"));
        }
    }

    @Override
    public int cells() {
        return row == null ? 0 : row.getFieldCount();
    }

    @Override
    public String cell(int place) {
        return row == null ? "" : row.getField(place);
    }

    @Override
    public int line() {
        return line;
    }
}
