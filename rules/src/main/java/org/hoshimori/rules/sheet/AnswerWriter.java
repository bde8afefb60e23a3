package org.hoshimori.rules.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Worksheet;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// Writes answers as CSV and XLSX.
final class AnswerWriter {
    private static final String UTF_8_MARK = "\uFEFF";

    /// One line to write; `answer` is null when there is none.
    record Row(String id, Text text, @Nullable Answer answer) {
        String word() {
            return answer == null ? "" : answer.word();
        }

        String detail() {
            return answer == null ? "" : answer.detail();
        }
    }

    private AnswerWriter() {}

    static List<Row> rows(Edition edition, String level, Answers answers) {
        Set<Criterion> asked = Set.copyOf(edition.criteriaOf(level));
        return edition.criteria().stream()
                .filter(c -> asked.contains(c) || answered(c, answers))
                .flatMap(c -> rows(edition, c, answers))
                .toList();
    }

    private static boolean answered(Criterion criterion, Answers answers) {
        return answers.to(criterion.id()).isPresent()
                || criterion.parts().stream()
                        .anyMatch(part -> answers.to(criterion.part(part)).isPresent());
    }

    /// The criterion's own row, and one for each part that was answered alone.
    private static Stream<Row> rows(Edition edition, Criterion criterion, Answers answers) {
        Row own =
                new Row(criterion.id(), criterion.text(), answers.to(criterion.id()).orElse(null));
        if (!edition.manner().partsAnswerable()) {
            return Stream.of(own);
        }
        return Stream.concat(
                Stream.of(own),
                criterion.parts().stream()
                        .filter(part -> answers.to(criterion.part(part)).isPresent())
                        .map(part ->
                                new Row(
                                        criterion.part(part),
                                        part.text(),
                                        answers.to(criterion.part(part)).orElseThrow())));
    }

    static byte[] csv(List<Row> rows) {
        StringWriter out = new StringWriter();
        out.write(UTF_8_MARK);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            csv.writeRecord("id", "answer", "detail");
            rows.forEach(row -> csv.writeRecord(row.id, row.word(), CellText.toCsv(row.detail())));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] xlsx(List<Row> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook =
                new org.dhatim.fastexcel.Workbook(out, "Hoshimori", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("回答");
            List<String> headings = List.of("id", "answer", "detail", "評価基準の内容");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.style(0, column).bold().set();
            }
            for (int i = 0; i < rows.size(); i++) {
                Row row = rows.get(i);
                sheet.value(i + 1, 0, row.id);
                sheet.value(i + 1, 1, row.word());
                sheet.value(i + 1, 2, CellText.toXlsx(row.detail()));
                sheet.value(i + 1, 3, row.text.ja());
                sheet.style(i + 1, 2).wrapText(true).set();
                sheet.style(i + 1, 3).wrapText(true).set();
            }
            sheet.width(0, 12);
            sheet.width(1, 16);
            sheet.width(2, 60);
            sheet.width(3, 80);
            sheet.freezePane(1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }
}
