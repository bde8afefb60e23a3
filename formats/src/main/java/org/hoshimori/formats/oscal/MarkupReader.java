package org.hoshimori.formats.oscal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hoshimori.formats.tree.Bounds;
import org.hoshimori.formats.tree.Place;
import org.hoshimori.formats.tree.Unreadable;

/// Turns OSCAL's markup in XML (a small part of HTML) into the Markdown that JSON and YAML hold.
final class MarkupReader {
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "pre",
                    "table",
                    "blockquote",
                    "hr");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*\\[\\]<>]|(?<!\\w)_|_(?!\\w)");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w{1,32};)");
    private static final Pattern LINE_START =
            Pattern.compile("^(\\s*)(#{1,6}(?=\\s|$)|[-+](?=\\s|$)|=+\\s*$|-+\\s*$|~~~)");
    private static final Pattern NUMBERED = Pattern.compile("^(\\s*\\d{1,9})([.)](?:\\s|$))");

    private final XMLStreamReader xml;
    private int depth;

    MarkupReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    static boolean isBlock(String element) {
        return BLOCKS.contains(element);
    }

    /// The element that has just begun, as one line; ends at its end.
    String line() throws XMLStreamException, Unreadable {
        return inline().strip();
    }

    /// Paragraphs and the like inside the element that has just begun; ends at its end. Text that
    /// stands there without an element is a paragraph.
    String blocks() throws XMLStreamException, Unreadable {
        StringBuilder all = new StringBuilder();
        StringBuilder loose = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isBlock(xml.getLocalName())) {
                        append(all, paragraph(loose));
                        append(all, block());
                    } else {
                        loose.append(element());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        loose.append(text());
                case XMLStreamConstants.END_ELEMENT -> {
                    append(all, paragraph(loose));
                    return all.toString();
                }
                default -> {}
            }
        }
    }

    static void append(StringBuilder all, String block) {
        if (!block.isEmpty()) {
            all.append(all.isEmpty() ? "" : "\n\n").append(block);
        }
    }

    private static String paragraph(StringBuilder loose) {
        String paragraph = lineStart(SPACE.matcher(loose.toString().strip()).replaceAll(" "));
        loose.setLength(0);
        return paragraph;
    }

    /// What would begin a heading, a list or a rule is text here.
    static String lineStart(String paragraph) {
        return NUMBERED.matcher(LINE_START.matcher(paragraph).replaceFirst("$1\\\\$2"))
                .replaceFirst("$1\\\\$2");
    }

    /// The block element that has just begun; ends at its end.
    String block() throws XMLStreamException, Unreadable {
        enter();
        String name = xml.getLocalName();
        String block =
                switch (name) {
                    case "ul", "ol" -> list(name.equals("ol"));
                    case "pre" -> fenced(raw().replaceFirst("^\\n", ""));
                    case "table" -> new TableReader(xml, this).read();
                    case "blockquote" -> blocks().indent(0).strip().replaceAll("(?m)^", "> ");
                    case "hr" -> {
                        raw();
                        yield "---";
                    }
                    case "p" -> lineStart(inline().strip());
                    default -> "#".repeat(name.charAt(1) - '0') + " " + inline().strip();
                };
        depth--;
        return block;
    }

    private void enter() throws Unreadable {
        Bounds.depth(++depth, place());
    }

    private Place place() {
        return new Place(
                Math.max(1, xml.getLocation().getLineNumber()),
                Math.max(1, xml.getLocation().getColumnNumber()));
    }

    private static String fenced(String code) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + code + (code.endsWith("\n") ? "" : "\n") + fence;
    }

    private String list(boolean ordered) throws XMLStreamException, Unreadable {
        StringBuilder list = new StringBuilder();
        int number = 1;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String mark = ordered ? number++ + ". " : "* ";
                    String item = item();
                    list.append(list.isEmpty() ? "" : "\n")
                            .append(mark)
                            .append(
                                    item.replaceAll(
                                            "\n(?=[^\n])", "\n" + " ".repeat(mark.length())));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return list.toString();
                }
                default -> {}
            }
        }
    }

    /// A list's item: a line, paragraphs, further lists.
    private String item() throws XMLStreamException, Unreadable {
        enter();
        StringBuilder all = new StringBuilder();
        StringBuilder loose = new StringBuilder();
        for (boolean open = true; open; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (!isBlock(name)) {
                        loose.append(element());
                    } else {
                        append(all, paragraph(loose));
                        String block = block();
                        if (name.equals("p") || all.isEmpty()) {
                            append(all, block);
                        } else {
                            all.append('\n').append(block);
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        loose.append(text());
                case XMLStreamConstants.END_ELEMENT -> open = false;
                default -> {}
            }
        }
        append(all, paragraph(loose));
        depth--;
        return all.toString();
    }

    /// Text and inline elements up to the end of the element that has just begun.
    String inline() throws XMLStreamException, Unreadable {
        StringBuilder inline = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> inline.append(element());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        inline.append(text());
                case XMLStreamConstants.END_ELEMENT -> {
                    return SPACE.matcher(inline).replaceAll(" ");
                }
                default -> {}
            }
        }
    }

    private String text() {
        return escaped(xml.getText());
    }

    /// Plain text as Markdown.
    static String escaped(String text) {
        return ENTITY.matcher(SPECIAL.matcher(text).replaceAll("\\\\$0")).replaceAll("\\\\&");
    }

    private String element() throws XMLStreamException, Unreadable {
        enter();
        String name = xml.getLocalName().toLowerCase(Locale.ROOT);
        String element =
                switch (name) {
                    case "em", "i" -> around("*", inline());
                    case "strong", "b" -> around("**", inline());
                    case "sub" -> around("~", inline());
                    case "sup" -> around("^", inline());
                    case "q" -> "\"" + inline() + "\"";
                    case "code" -> code(SPACE.matcher(raw()).replaceAll(" "));
                    case "insert" -> {
                        String type = attribute("type");
                        String id = attribute("id-ref");
                        raw();
                        yield "{{ insert: " + type + ", " + id + " }}";
                    }
                    case "a" -> {
                        String href = attribute("href");
                        yield "[" + inline() + "](" + destination(href) + ")";
                    }
                    case "img" -> {
                        String alt = attribute("alt");
                        String src = attribute("src");
                        raw();
                        yield "![" + escaped(alt) + "](" + destination(src) + ")";
                    }
                    case "br" -> {
                        raw();
                        yield " ";
                    }
                    default -> inline();
                };
        depth--;
        return element;
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String destination(String href) {
        return href.matches("[^\\s<>()\\\\]*")
                ? href
                : "<" + href.replaceAll("[<>\\n\\\\]", "") + ">";
    }

    /// Marks stand against the words, spaces outside.
    private static String around(String mark, String inline) {
        String words = inline.strip();
        if (words.isEmpty()) {
            return inline;
        }
        int start = inline.indexOf(words);
        return inline.substring(0, start)
                + mark
                + words
                + mark
                + inline.substring(start + words.length());
    }

    private static String code(String code) {
        String mark = "`";
        while (code.contains(mark)) {
            mark += "`";
        }
        boolean pad = code.startsWith("`") || code.endsWith("`");
        return mark + (pad ? " " + code + " " : code) + mark;
    }

    /// All text inside the element that has just begun, as it stands.
    private String raw() throws XMLStreamException {
        StringBuilder raw = new StringBuilder();
        for (int open = 1; open > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        raw.append(xml.getText());
                default -> {}
            }
        }
        return raw.toString();
    }
}
