package org.hoshimori.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.sheet.AnswerFiles;

/// One answer in the scheme's own words, as in an answer file. Documents go through answer files in
/// both directions: whatever scale a scheme has, it is understood in one place.
///
/// @param answer empty when there is none
public record AnswerRow(String id, String answer, String detail) {
    private static final Pattern LIVE = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠]");
    private static final Pattern QUOTED = Pattern.compile("'+[=+\\-@\\t\\r\\n＝＋－＠]");

    /// Every criterion of the level, answered or not, and every other answer.
    public static List<AnswerRow> of(Edition edition, String level, Answers answers) {
        String csv = new String(AnswerFiles.csv(edition, level, answers), StandardCharsets.UTF_8);
        List<AnswerRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(true).ofCsvRecord(csv)) {
            for (CsvRecord record : reader) {
                String detail = record.getFieldCount() > 2 ? record.getField(2) : "";
                rows.add(
                        new AnswerRow(
                                record.getField(0),
                                record.getField(1),
                                QUOTED.matcher(detail).lookingAt() ? detail.substring(1) : detail));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return rows.subList(1, rows.size());
    }

    /// An answer file of rows.
    public static byte[] csv(List<AnswerRow> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("id", "answer", "detail");
            for (AnswerRow row : rows) {
                csv.writeRecord(
                        row.id,
                        row.answer,
                        LIVE.matcher(row.detail).lookingAt() ? "'" + row.detail : row.detail);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
