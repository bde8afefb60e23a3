package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.formats.tree.Unreadable;

/// Turns a table in XML into one in Markdown, whose first row is its heading.
final class TableReader {
    private final XMLStreamReader xml;
    private final MarkupReader cells;

    TableReader(XMLStreamReader xml, MarkupReader cells) {
        this.xml = xml;
        this.cells = cells;
    }

    String read() throws XMLStreamException, Unreadable {
        List<List<String>> rows = new ArrayList<>();
        for (int open = 1; open > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "td", "th" -> {
                            if (rows.isEmpty()) {
                                rows.add(new ArrayList<>());
                            }
                            rows.getLast()
                                    .add(cells.blocks().replaceAll("\n+", " ").replace("|", "\\|"));
                        }
                        case "tr" -> {
                            rows.add(new ArrayList<>());
                            open++;
                        }
                        default -> open++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
        return markdown(rows);
    }

    private static String markdown(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size() && width > 0; i++) {
            table.append(i == 0 ? "|" : "\n|");
            for (int j = 0; j < width; j++) {
                List<String> row = rows.get(i);
                table.append(' ').append(j < row.size() ? row.get(j) : "").append(" |");
            }
            if (i == 0) {
                table.append("\n|").append(" --- |".repeat(width));
            }
        }
        return table.toString();
    }
}
