package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads the XML of one sheet into a [Table].
final class SheetReader {
    private final String file;
    private final String sheet;
    private final List<String> strings;
    private final List<Table.Row> rows = new ArrayList<>();
    private final List<CellRange> merged = new ArrayList<>();
    private final List<DropDown> dropDowns = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int line;

    SheetReader(String file, String sheet, List<String> strings) {
        this.file = file;
        this.sheet = sheet;
        this.strings = strings;
    }

    Table read(byte[] xml) throws Unreadable {
        Xml.visit(
                xml,
                element -> {
                    switch (element.getLocalName()) {
                        case "row" -> startRow(element);
                        case "c" -> cell(element);
                        case "mergeCell" ->
                                CellRange.parse(attribute(element, "ref")).ifPresent(merged::add);
                        case "dataValidation" -> dropDown(element);
                        default -> {}
                    }
                });
        return new Table(
                file,
                sheet,
                rows.stream().filter(row -> !row.blank()).toList(),
                List.copyOf(merged),
                List.copyOf(dropDowns));
    }

    private void dropDown(XMLStreamReader element) throws XMLStreamException {
        String type = attribute(element, "type");
        String areas = attribute(element, "sqref");
        DropDown.of(type, areas, Xml.text(element, "formula1", "formula2"))
                .ifPresent(dropDowns::add);
    }

    private void startRow(XMLStreamReader element) throws Unreadable {
        line = number(attribute(element, "r"), line + 1);
        if (rows.size() == Limits.ROWS) {
            throw Limits.tooManyRows();
        }
        cells = new ArrayList<>();
        rows.add(new Table.Row(line, cells));
    }

    private void cell(XMLStreamReader element) throws XMLStreamException, Unreadable {
        int column =
                CellRange.parse(attribute(element, "r"))
                        .map(CellRange::firstColumn)
                        .orElse(cells.size() + 1);
        if (column > Limits.COLUMNS || rows.isEmpty()) {
            throw ZipPackage.broken();
        }
        String type = attribute(element, "t");
        String only = type.equals("inlineStr") ? "t" : "v";
        String value = Xml.text(element, only, "rPh");
        while (cells.size() < column) {
            cells.add("");
        }
        cells.set(
                column - 1,
                switch (type) {
                    case "s" -> shared(value);
                    case "inlineStr", "str" -> CellText.fromXlsx(value);
                    default -> value;
                });
    }

    private String shared(String value) throws Unreadable {
        int index = number(value.strip(), -1);
        if (index < 0 || index >= strings.size()) {
            throw ZipPackage.broken();
        }
        return strings.get(index);
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    private static String attribute(XMLStreamReader element, String name) {
        return Objects.requireNonNullElse(element.getAttributeValue(null, name), "");
    }
}
