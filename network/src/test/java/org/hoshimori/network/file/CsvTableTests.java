package org.hoshimori.network.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CsvTableTests {
    private static final List<String> BREAKS = List.of("\n", "\r\n", "\r");

    /// Characters that look like those that matter, and those that matter.
    private static final String LETTERS = "abz019 .+-*!#'/:<=,;\t\"\n\r鉄é";

    @Property(tries = 3000)
    void everyCellIsReadBackAsItWasWritten(@ForAll long seed) throws IOException, Unreadable {
        SplittableRandom random = new SplittableRandom(seed);
        char separator = ",;\t".charAt(random.nextInt(3));
        String lineBreak = BREAKS.get(random.nextInt(BREAKS.size()));
        List<List<String>> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        // The first row tells the separator.
        StringBuilder text = new StringBuilder("a" + separator + "b");
        int line = 1;
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(lineBreak);
            line++;
            List<String> row = new ArrayList<>();
            lines.add(line);
            for (int c = 1 + random.nextInt(5); c > 0; c--) {
                String cell = cell(random);
                // A row of one empty cell is an empty line.
                row.add(cell.isEmpty() && row.isEmpty() && c == 1 ? "x" : cell);
                text.append(row.size() > 1 ? String.valueOf(separator) : "")
                        .append(written(row.getLast(), separator, random));
                line += (int) row.getLast().chars().filter(each -> each == '\n').count();
            }
            rows.add(row);
        }
        text.append(random.nextBoolean() ? lineBreak : "");
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);

        CsvTable table = new CsvTable("t.csv", new ByteArrayInputStream(bytes), true);

        assertThat(table.next()).isTrue();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(table.next()).isTrue();
            assertThat(table.line()).isEqualTo(lines.get(i).longValue());
            assertThat(row(table)).isEqualTo(rows.get(i));
        }
        assertThat(table.next()).isFalse();
    }

    private static String cell(SplittableRandom random) {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            cell.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return cell.toString();
    }

    private static String written(String cell, char separator, SplittableRandom random) {
        boolean must =
                cell.startsWith("\"")
                        || cell.indexOf(separator) >= 0
                        || cell.indexOf('\n') >= 0
                        || cell.indexOf('\r') >= 0;
        return must || random.nextInt(4) == 0 ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static List<String> row(CsvTable table) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < table.cells(); i++) {
            int from = table.from(i);
            cells.add(new String(table.bytes(), from, table.to(i) - from, StandardCharsets.UTF_8));
        }
        return cells;
    }
}
