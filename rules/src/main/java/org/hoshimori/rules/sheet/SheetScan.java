package org.hoshimori.rules.sheet;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where rows and cells stand in the characters of a sheet's XML, so that a few can be replaced and
/// the rest kept to the byte. The XML was read by a real parser before: it is well formed and has
/// no document type.
final class SheetScan {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s([\\w:]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    /// @param openEnd just after the opening tag
    /// @param end just after the closing tag, the same as `openEnd` when the element closes itself
    record Element(int start, int openEnd, int end, String tag) {
        boolean closesItself() {
            return tag.endsWith("/>");
        }

        @Nullable String attribute(String name) {
            Matcher attribute = ATTRIBUTE.matcher(tag);
            while (attribute.find()) {
                if (attribute.group(1).equals(name)) {
                    return attribute.group(2).substring(1, attribute.group(2).length() - 1);
                }
            }
            return null;
        }

        /// The namespace prefix with its colon, or nothing.
        String prefix() {
            Matcher name = Pattern.compile("<((?:\\w+:)?)").matcher(tag);
            return name.lookingAt() ? name.group(1) : "";
        }
    }

    /// @param cells by column
    record Row(Element element, NavigableMap<Integer, Element> cells) {}

    private final String xml;
    private final Map<Integer, Row> rows = new HashMap<>();
    private @Nullable Element dimension;

    SheetScan(String xml) {
        this.xml = xml;
        scan();
    }

    @Nullable Row row(int number) {
        return rows.get(number);
    }

    @Nullable Element dimension() {
        return dimension;
    }

    private void scan() {
        Element row = null;
        Element cell = null;
        NavigableMap<Integer, Element> cells = new TreeMap<>();
        int number = 0;
        for (int at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
            int end = tagEnd(at);
            String tag = xml.substring(at, end);
            Element element = new Element(at, end, end, tag);
            switch (localName(tag)) {
                case "dimension" -> dimension = element;
                case "row" -> {
                    String r = element.attribute("r");
                    number = r == null ? number + 1 : Integer.parseInt(r);
                    cells = new TreeMap<>();
                    row = element;
                    if (element.closesItself()) {
                        rows.put(number, new Row(element, cells));
                    }
                }
                case "/row" -> {
                    Element open = Objects.requireNonNull(row);
                    rows.put(
                            number,
                            new Row(new Element(open.start, open.openEnd, end, open.tag), cells));
                }
                case "c" -> {
                    cell = element;
                    if (element.closesItself()) {
                        cells.put(column(element, cells), element);
                    }
                }
                case "/c" -> {
                    Element open = Objects.requireNonNull(cell);
                    cells.put(
                            column(open, cells),
                            new Element(open.start, open.openEnd, end, open.tag));
                }
                default -> {}
            }
            at = end;
        }
    }

    private static int column(Element cell, NavigableMap<Integer, Element> cells) {
        String r = cell.attribute("r");
        return CellRange.parse(r == null ? "" : r)
                .map(CellRange::firstColumn)
                .orElse(cells.isEmpty() ? 1 : cells.lastKey() + 1);
    }

    private int tagEnd(int at) {
        if (xml.startsWith("<!--", at)) {
            return xml.indexOf("-->", at) + 3;
        }
        if (xml.startsWith("<![CDATA[", at)) {
            return xml.indexOf("]]>", at) + 3;
        }
        if (xml.startsWith("<?", at)) {
            return xml.indexOf("?>", at) + 2;
        }
        char quote = 0;
        for (int i = at; ; i++) {
            char c = xml.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
    }

    /// `row`, `/row`, or nothing for what is no element.
    private static String localName(String tag) {
        Matcher name = Pattern.compile("<(/?)(?:\\w+:)?(\\w+)").matcher(tag);
        return name.lookingAt() ? name.group(1) + name.group(2) : "";
    }
}
