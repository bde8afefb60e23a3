package org.hoshimori.rules.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.hoshimori.rules.Text;

/// Reads CSV into a [Table]: comma, tab or semicolon, whichever the first line uses most.
final class CsvFile {
    private CsvFile() {}

    static Table read(String file, byte[] bytes) throws Unreadable {
        String text = TextFile.decode(bytes);
        char separator = separator(text);
        refuseOpenQuote(text, separator);
        List<Table.Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .allowExtraCharsAfterClosingQuote(false)
                        .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (rows.size() == Limits.ROWS) {
                    throw Limits.tooManyRows();
                }
                rows.add(
                        new Table.Row(
                                (int) record.getStartingLineNumber(),
                                record.getFields().stream().map(CellText::fromCsv).toList()));
            }
        } catch (CsvParseException e) {
            throw broken(rows.isEmpty() ? 1 : rows.getLast().line() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return new Table(file, null, rows, List.of(), List.of());
    }

    private static Unreadable broken(int line) {
        return new Unreadable(
                line,
                1,
                new Text("CSVとして読めません (引用符の対応を確かめてください)", "not valid CSV from here on"),
                new Text(
                        "引用符「\"」を閉じるか、表計算ソフトでCSVとして保存し直してください",
                        "close the quotation mark, or save it again as CSV"));
    }

    /// A quotation mark that is never closed would swallow the rest of the file in silence.
    private static void refuseOpenQuote(String text, char separator) throws Unreadable {
        int line = 1;
        int opened = 0;
        boolean mayOpen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean quote = c == '"' && (opened > 0 || mayOpen);
            if (quote) {
                opened = opened > 0 ? 0 : line;
            }
            mayOpen = quote || c == separator || c == '\n' || c == '\r';
            line += c == '\n' ? 1 : 0;
        }
        if (opened > 0) {
            throw broken(opened);
        }
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
