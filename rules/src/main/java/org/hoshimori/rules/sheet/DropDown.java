package org.hoshimori.rules.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a cell may hold: a list that the sheet's author gave it (ECMA-376 part 1, 18.3.1.32).
///
/// @param areas the cells it holds for
/// @param formula the words between quotation marks, or where they stand
record DropDown(List<CellRange> areas, String formula) {
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:'((?:[^']|'')+)'!|([^'!]+)!)?(\\$?[A-Z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Z]{1,3}\\$?\\d{1,7})?)");

    /// More than this is no choice between answers.
    private static final int MOST = 50;

    static Optional<DropDown> of(String type, String areas, String formula) {
        List<CellRange> ranges =
                Arrays.stream(areas.split("\\s+"))
                        .flatMap(area -> CellRange.parse(area).stream())
                        .toList();
        return type.equals("list") && !ranges.isEmpty()
                ? Optional.of(new DropDown(ranges, formula.strip()))
                : Optional.empty();
    }

    boolean isOver(int column) {
        return areas.stream()
                .anyMatch(area -> column >= area.firstColumn() && column <= area.lastColumn());
    }

    boolean holdsFor(int line, int column) {
        return areas.stream().anyMatch(area -> area.contains(line, column));
    }

    /// The words to choose from; none where they are computed, or named.
    List<String> words(Workbook workbook, Table here) throws Unreadable {
        if (formula.length() > 1 && formula.startsWith("\"") && formula.endsWith("\"")) {
            return Stream.of(formula.substring(1, formula.length() - 1).split(","))
                    .map(String::strip)
                    .toList();
        }
        Matcher place = PLACE.matcher(formula);
        if (!place.matches()) {
            return List.of();
        }
        String quoted = place.group(1);
        String sheet = quoted == null ? place.group(2) : quoted.replace("''", "'");
        Table table =
                sheet == null
                        ? here
                        : workbook.sheets().contains(sheet) ? workbook.table(sheet) : here;
        return CellRange.parse(place.group(3)).map(range -> words(table, range)).orElse(List.of());
    }

    private static List<String> words(Table table, CellRange range) {
        return table.rows().stream()
                .flatMap(row ->
                        IntStream.rangeClosed(1, row.cells().size())
                                .filter(column -> range.contains(row.line(), column))
                                .mapToObj(column -> row.cell(column).strip()))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }
}
