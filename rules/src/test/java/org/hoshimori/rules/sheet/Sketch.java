package org.hoshimori.rules.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A workbook as others may draw it: several tabs, merged cells, formulas, parts that are none of
/// our business.
final class Sketch {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, List<String>> rows = new LinkedHashMap<>();
    private final Map<String, List<String>> merges = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();
    private final Map<String, Integer> line = new LinkedHashMap<>();
    private String tab = "";

    Sketch tab(String name) {
        tab = name;
        rows.put(name, new ArrayList<>());
        merges.put(name, new ArrayList<>());
        line.put(name, 0);
        return this;
    }

    /// A row; an empty cell is a styled one, a null none at all, a number stays a number, `=`
    /// begins a formula.
    Sketch row(String... cells) {
        int number = line.merge(tab, 1, Integer::sum);
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\" spans=\"1:12\">");
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                row.append(cell(CellRange.name(number, i + 1), cells[i]));
            }
        }
        rows.get(tab).add(row.append("</row>").toString());
        return this;
    }

    private static String cell(String name, String text) {
        if (text.isEmpty()) {
            return "<c r=\"" + name + "\" s=\"3\"/>";
        }
        if (text.startsWith("=")) {
            return "<c r=\"%s\" s=\"3\"><f>%s</f><v>0</v></c>".formatted(name, text.substring(1));
        }
        if (text.matches("[0-9]+")) {
            return "<c r=\"%s\" s=\"3\"><v>%s</v></c>".formatted(name, text);
        }
        return "<c r=\"%s\" s=\"3\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                .formatted(name, text.replace("&", "&amp;").replace("<", "&lt;"));
    }

    Sketch blank() {
        line.merge(tab, 1, Integer::sum);
        return this;
    }

    Sketch merge(String area) {
        merges.get(tab).add("<mergeCell ref=\"" + area + "\"/>");
        return this;
    }

    /// A list of what the cells of an area may hold.
    Sketch list(String area, String formula) {
        lists.merge(
                tab,
                "<dataValidation type=\"list\" sqref=\"%s\"><formula1>%s</formula1></dataValidation>"
                        .formatted(area, formula),
                String::concat);
        return this;
    }

    int line() {
        return line.get(tab);
    }

    byte[] bytes() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder("<Relationships>");
        int number = 0;
        for (String name : rows.keySet()) {
            number++;
            sheets.append(
                    "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                            .formatted(name, number, number));
            relations.append(
                    "<Relationship Id=\"rId%d\" Target=\"worksheets/sheet%d.xml\"/>"
                            .formatted(number, number));
            parts.put(
                    part(number),
                    "<worksheet xmlns=\"%s\"><sheetProtection sheet=\"1\"/><sheetData>%s</sheetData><mergeCells>%s</mergeCells><dataValidations>%s</dataValidations></worksheet>"
                            .formatted(
                                    MAIN,
                                    String.join("\n", rows.get(name)),
                                    String.join("", merges.get(name)),
                                    lists.getOrDefault(name, "")));
        }
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
                        .formatted(MAIN, DOCUMENT, sheets));
        parts.put("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        parts.put("xl/styles.xml", "<styleSheet/>");
        parts.put("xl/calcChain.xml", "<calcChain/>");
        parts.put("xl/printerSettings/printerSettings1.bin", "\u0001\u0002 not xml");
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Zips.zip(bytes);
    }

    static String part(int sheet) {
        return "xl/worksheets/sheet" + sheet + ".xml";
    }
}
