package org.hoshimori.rules.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hoshimori.rules.Text;

/// The sheets of an XLSX file as text. Formulas are never computed: the value that was saved with
/// them is what they say. Links to other files are never followed.
final class Workbook implements AutoCloseable {
    private static final String MAIN = "xl/workbook.xml";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS =
            "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private final String file;
    private final ZipPackage zip;
    private final List<String> strings = new ArrayList<>();

    /// Sheet name to part name, in the order of the tabs.
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Workbook(String file, ZipPackage zip) {
        this.file = file;
        this.zip = zip;
    }

    static Workbook open(String file, byte[] bytes) throws Unreadable {
        ZipPackage zip = ZipPackage.open(bytes);
        Workbook workbook = new Workbook(file, zip);
        if (!zip.has(MAIN)) {
            throw new Unreadable(
                    new Text("表計算のブックではありません", "not a spreadsheet workbook"),
                    new Text("XLSXを選んでください", "choose an XLSX file"));
        }
        workbook.readParts();
        workbook.readStrings();
        return workbook;
    }

    private void readParts() throws Unreadable {
        Map<String, String> targets = new HashMap<>();
        Xml.visit(
                zip.part("xl/_rels/workbook.xml.rels"),
                element -> {
                    String id = element.getAttributeValue(null, "Id");
                    String target = element.getAttributeValue(null, "Target");
                    if (id != null && target != null) {
                        targets.put(
                                id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                    }
                });
        Xml.visit(
                zip.part(MAIN),
                element -> {
                    if (element.getLocalName().equals("sheet")) {
                        String id = element.getAttributeValue(RELATIONS, "id");
                        String target =
                                targets.get(
                                        id == null
                                                ? element.getAttributeValue(STRICT_RELATIONS, "id")
                                                : id);
                        String name = element.getAttributeValue(null, "name");
                        if (target != null && name != null && zip.has(target)) {
                            parts.put(name, target);
                        }
                    }
                });
    }

    private void readStrings() throws Unreadable {
        if (zip.has("xl/sharedStrings.xml")) {
            Xml.visit(
                    zip.part("xl/sharedStrings.xml"),
                    element -> {
                        if (element.getLocalName().equals("si")) {
                            strings.add(CellText.fromXlsx(Xml.text(element, "t", "rPh")));
                        }
                    });
        }
    }

    /// Tab names in order.
    List<String> sheets() {
        return List.copyOf(parts.keySet());
    }

    Table table(String sheet) throws Unreadable {
        return new SheetReader(file, sheet, strings).read(part(sheet));
    }

    /// The XML of a sheet.
    byte[] part(String sheet) throws Unreadable {
        return zip.part(Objects.requireNonNull(parts.get(sheet)));
    }

    /// The whole file with the XML of some sheets replaced and every other part as it was.
    byte[] with(Map<String, byte[]> sheets) throws Unreadable {
        Map<String, byte[]> replaced = new HashMap<>();
        sheets.forEach((sheet, xml) -> replaced.put(Objects.requireNonNull(parts.get(sheet)), xml));
        return zip.with(replaced);
    }

    @Override
    public void close() {
        zip.close();
    }
}
