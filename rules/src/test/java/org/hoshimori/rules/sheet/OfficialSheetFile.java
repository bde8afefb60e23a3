package org.hoshimori.rules.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hoshimori.rules.Criterion;

/// A workbook with the layout of the official sheet (heading in row 2, criteria in rows 3 to 155,
/// notes to row 158, merged requirement cells, phonetic guides, styles), filled with words of our
/// own: the official file is not ours to keep here.
final class OfficialSheetFile {
    static final String SHEET = "xl/worksheets/sheet2.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String DOCUMENT =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<String> strings = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();
    private final List<String> merges = new ArrayList<>();

    /// The whole catalogue.
    static byte[] bytes() {
        return bytes(Scs.EDITION.criteria().stream().map(Criterion::id).toList());
    }

    /// A sheet with these criteria, in rows from 3 on.
    static byte[] bytes(List<String> criteria) {
        return new OfficialSheetFile().build(criteria);
    }

    private byte[] build(List<String> criteria) {
        row(1, List.of("", "★3・★4要求事項・評価基準"));
        row(
                2,
                List.of(
                        "", "No", "分類", "", "", "要求事項No.", "★3", "★4", "", "要求事項", "対象", "評価基準No.",
                        "評価基準", "備考"));
        String earlier = "";
        int first = 3;
        for (int i = 0; i < criteria.size(); i++) {
            String id = criteria.get(i);
            String requirement = id.substring(0, id.lastIndexOf('-'));
            boolean starts = !requirement.equals(earlier);
            if (starts) {
                merge(first, i + 2);
                first = i + 3;
            }
            earlier = requirement;
            data(i + 3, starts ? requirement : "", id);
        }
        merge(first, criteria.size() + 2);
        row(criteria.size() + 4, List.of("", "※ 注記"));
        row(criteria.size() + 5, List.of("", "以上"));
        return Zips.zip(parts());
    }

    private void data(int line, String requirement, String id) {
        String level = Scs.EDITION.criterion(id).map(Criterion::level).orElse("4");
        row(
                line,
                List.of(
                        "",
                        requirement.isEmpty() ? "" : Integer.toString(line - 2),
                        requirement.isEmpty() ? "" : "分類" + requirement.charAt(0),
                        "",
                        "",
                        requirement,
                        requirement.isEmpty() ? "" : "○",
                        requirement.isEmpty() ? "" : "○",
                        "",
                        requirement.isEmpty() ? "" : "公式の要求事項 " + requirement,
                        "★" + level,
                        id,
                        "公式の文 <" + id + "> & 漢字",
                        ""));
    }

    private void merge(int first, int last) {
        if (last > first) {
            for (String column : List.of("B", "C", "F", "G", "H", "J")) {
                merges.add("<mergeCell ref=\"%s%d:%s%d\"/>".formatted(column, first, column, last));
            }
        }
    }

    private void row(int line, List<String> cells) {
        rows.append("<row r=\"")
                .append(line)
                .append("\" spans=\"2:14\" ht=\"30\" customHeight=\"1\">");
        for (int column = 2; column <= cells.size(); column++) {
            String name = (char) ('A' + column - 1) + Integer.toString(line);
            if (cells.get(column - 1).isEmpty()) {
                rows.append("<c r=\"").append(name).append("\" s=\"1\"/>");
            } else {
                strings.add(cells.get(column - 1));
                rows.append(
                        "<c r=\"%s\" s=\"2\" t=\"s\"><v>%d</v></c>"
                                .formatted(name, strings.size() - 1));
            }
        }
        rows.append("</row>\n");
    }

    private Map<String, byte[]> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"はじめに\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"★3・★4要求事項・評価基準\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
                        .formatted(MAIN, DOCUMENT));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"%s\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><f>1+1</f><v>説明</v></c></row></sheetData></worksheet>"
                        .formatted(MAIN));
        parts.put(
                SHEET,
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"%s\"><!-- a > comment with <row> --><dimension ref=\"B1:N158\"/><sheetData>%s</sheetData><mergeCells>%s</mergeCells></worksheet>"
                        .formatted(MAIN, rows, String.join("", merges)));
        parts.put("xl/sharedStrings.xml", sharedStrings());
        parts.put("xl/styles.xml", "<styleSheet/>");
        parts.put("xl/printerSettings/printerSettings1.bin", "\u0001\u0002 not xml");
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private String sharedStrings() {
        StringBuilder out = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        for (String string : strings) {
            String text = string.replace("&", "&amp;").replace("<", "&lt;");
            int half = text.contains("&") ? 0 : text.length() / 2;
            out.append(
                    "<si><r><t>%s</t></r><r><rPr><b/></rPr><t>%s</t></r><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh></si>"
                            .formatted(text.substring(0, half), text.substring(half)));
        }
        return out + "</sst>";
    }
}
