package org.hoshimori.rules.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Changes single cells of a sheet's XML. What is written is an inline string or a plain number, so
/// it can never run as a formula; the style of a cell that was there is kept, a new one takes its
/// row's.
final class SheetPatch {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,6})?");
    private static final Pattern FORMULA = Pattern.compile("<(\\w+:)?f[\\s>/]");

    /// @param like column whose style a new cell takes
    /// @param counted whether the sheet's formulas count with it: a number then stays one
    record Change(int row, int column, String text, int like, boolean counted) {}

    private record Edit(int start, int end, String replacement) {}

    private final String xml;
    private final SheetScan scan;
    private final List<Change> changes = new ArrayList<>();

    /// @throws Unreadable when the XML is not UTF-8
    SheetPatch(byte[] bytes) throws Unreadable {
        this.xml = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(xml.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw ZipPackage.broken();
        }
        this.scan = new SheetScan(xml);
    }

    void set(int row, int column, String text, int like) {
        changes.add(new Change(row, column, text, like, false));
    }

    void count(int row, int column, String text, int like) {
        changes.add(new Change(row, column, text, like, NUMBER.matcher(text).matches()));
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /// Whether the cell may be replaced: one with a formula is listed in the calculation chain too
    /// and would break the workbook.
    boolean possible(Change change) {
        SheetScan.Row row = scan.row(change.row);
        SheetScan.Element cell = row == null ? null : row.cells().get(change.column);
        return cell == null || !FORMULA.matcher(xml.substring(cell.openEnd(), cell.end())).find();
    }

    byte[] apply() throws Unreadable {
        List<Edit> edits = new ArrayList<>();
        Map<Integer, List<Change>> byRow = new TreeMap<>();
        changes.forEach(c -> byRow.computeIfAbsent(c.row, _ -> new ArrayList<>()).add(c));
        for (Map.Entry<Integer, List<Change>> each : byRow.entrySet()) {
            SheetScan.Row row = scan.row(each.getKey());
            if (row == null) {
                throw ZipPackage.broken();
            }
            each.getValue().sort(Comparator.comparingInt(Change::column));
            editRow(row, each.getValue(), edits);
        }
        widenDimension(edits);
        edits.sort(Comparator.comparingInt(Edit::start));
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (Edit edit : edits) {
            out.append(xml, at, edit.start).append(edit.replacement);
            at = edit.end;
        }
        return out.append(xml, at, xml.length()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void editRow(SheetScan.Row row, List<Change> changes, List<Edit> edits) {
        SheetScan.Element element = row.element();
        String tag = widenSpans(element, changes.getLast().column);
        String tail = "";
        if (element.closesItself()) {
            tag = tag.substring(0, tag.length() - 2) + ">";
            tail = "</" + element.prefix() + "row>";
        }
        if (!tag.equals(element.tag())) {
            edits.add(new Edit(element.start(), element.openEnd(), tag));
        }
        for (Change change : changes) {
            SheetScan.Element cell = row.cells().get(change.column);
            if (cell != null) {
                edits.add(new Edit(cell.start(), cell.end(), cell(change, element, style(cell))));
            } else if (!change.text.isEmpty()) {
                int at = insertion(row, change.column);
                SheetScan.Element like = row.cells().get(change.like);
                edits.add(new Edit(at, at, cell(change, element, like == null ? "" : style(like))));
            }
        }
        if (!tail.isEmpty()) {
            edits.add(new Edit(element.openEnd(), element.openEnd(), tail));
        }
    }

    /// Before the next cell to the right, else at the row's end.
    private int insertion(SheetScan.Row row, int column) {
        Map.Entry<Integer, SheetScan.Element> next = row.cells().higherEntry(column);
        if (next != null) {
            return next.getValue().start();
        }
        SheetScan.Element element = row.element();
        return element.closesItself()
                ? element.openEnd()
                : xml.lastIndexOf("</", element.end() - 1);
    }

    private static String style(SheetScan.Element cell) {
        String style = cell.attribute("s");
        return style == null ? "" : " s=\"" + style + "\"";
    }

    private static String cell(Change change, SheetScan.Element row, String style) {
        String p = row.prefix();
        String start =
                "<" + p + "c r=\"" + CellRange.name(change.row, change.column) + "\"" + style;
        if (change.text.isEmpty()) {
            return start + "/>";
        }
        if (change.counted) {
            return "%s><%sv>%s</%sv></%sc>".formatted(start, p, change.text, p, p);
        }
        String text =
                CellText.toXlsx(change.text)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;");
        return "%s t=\"inlineStr\"><%sis><%st xml:space=\"preserve\">%s</%st></%sis></%sc>"
                .formatted(start, p, p, text, p, p, p);
    }

    /// `spans` tells readers which columns a row uses.
    private static String widenSpans(SheetScan.Element row, int column) {
        String spans = row.attribute("spans");
        if (spans == null || !spans.matches("\\d{1,5}:\\d{1,5}")) {
            return row.tag();
        }
        int last = Integer.parseInt(spans.substring(spans.indexOf(':') + 1));
        return last >= column
                ? row.tag()
                : row.tag()
                        .replaceFirst(
                                "spans=([\"'])(\\d+):\\d+[\"']", "spans=$1$2:" + column + "$1");
    }

    /// Some readers allocate by `dimension` and would not see cells outside it.
    private void widenDimension(List<Edit> edits) {
        SheetScan.Element dimension = scan.dimension();
        String ref = dimension == null ? null : dimension.attribute("ref");
        int widest = changes.stream().mapToInt(Change::column).max().orElse(0);
        if (dimension == null || ref == null) {
            return;
        }
        CellRange.parse(ref)
                .filter(area -> area.lastColumn() < widest)
                .ifPresent(area ->
                        edits.add(
                                new Edit(
                                        dimension.start(),
                                        dimension.openEnd(),
                                        dimension
                                                .tag()
                                                .replace(
                                                        ref,
                                                        CellRange.name(
                                                                        area.firstRow(),
                                                                        area.firstColumn())
                                                                + ":"
                                                                + CellRange.name(
                                                                        area.lastRow(), widest)))));
    }
}
