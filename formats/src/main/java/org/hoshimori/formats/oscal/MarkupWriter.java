package org.hoshimori.formats.oscal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// Writes the Markdown of JSON and YAML as OSCAL's markup in XML. HTML inside Markdown is text.
final class MarkupWriter {
    private static final Pattern MARKS =
            Pattern.compile(
                    "\\{\\{\\s*insert:\\s*([\\w-]+)\\s*,\\s*([^\\s{}]+)\\s*}}|~([^~\\s]+)~|\\^([^^\\s]+)\\^");

    private final XMLStreamWriter xml;

    MarkupWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void line(String markdown) throws XMLStreamException {
        Node root = Markdown.parseLine(markdown);
        if (!Markdown.shallow(root)) {
            characters(markdown);
            return;
        }
        for (Node block = root.getFirstChild(); block != null; block = block.getNext()) {
            children(block);
        }
    }

    void blocks(String markdown) throws XMLStreamException {
        Node root = Markdown.parse(markdown);
        if (Markdown.shallow(root)) {
            children(root);
        } else {
            element("p", markdown);
        }
    }

    private void children(Node node) throws XMLStreamException {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text) {
                StringBuilder text = new StringBuilder();
                Node last = child;
                for (Node next = child; next instanceof Text t; next = next.getNext()) {
                    text.append(t.getLiteral());
                    last = next;
                }
                marked(text.toString());
                child = last;
            } else {
                node(child);
            }
        }
    }

    private void node(Node node) throws XMLStreamException {
        switch (node) {
            case Paragraph p when p.getParent() instanceof ListItem -> children(p);
            case Paragraph p -> around("p", p);
            case Heading heading -> around("h" + heading.getLevel(), heading);
            case BulletList list -> around("ul", list);
            case OrderedList list -> around("ol", list);
            case ListItem item -> around("li", item);
            case BlockQuote quote -> around("blockquote", quote);
            case ThematicBreak _ -> xml.writeEmptyElement("hr");
            case FencedCodeBlock code -> element("pre", code.getLiteral());
            case IndentedCodeBlock code -> element("pre", code.getLiteral());
            case HtmlBlock html -> element("p", html.getLiteral());
            case TableBlock table -> around("table", table);
            case TableHead head -> children(head);
            case TableBody body -> children(body);
            case TableRow row -> around("tr", row);
            case TableCell cell -> around(cell.isHeader() ? "th" : "td", cell);
            case Emphasis emphasis -> around("em", emphasis);
            case StrongEmphasis strong -> around("strong", strong);
            case Code code -> element("code", code.getLiteral());
            case HtmlInline html -> characters(html.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> characters("\n");
            case Link link -> {
                xml.writeStartElement("a");
                xml.writeAttribute("href", legal(link.getDestination()));
                children(link);
                xml.writeEndElement();
            }
            case Image image -> {
                xml.writeEmptyElement("img");
                xml.writeAttribute("src", legal(image.getDestination()));
                xml.writeAttribute("alt", legal(words(image)));
            }
            default -> children(node);
        }
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            words.append(child instanceof Text text ? text.getLiteral() : words(child));
        }
        return words.toString();
    }

    private void around(String name, Node node) throws XMLStreamException {
        xml.writeStartElement(name);
        children(node);
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        characters(text);
        xml.writeEndElement();
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(legal(text));
    }

    /// Text in which parameters are inserted and words stand below or above the line.
    private void marked(String text) throws XMLStreamException {
        Matcher marks = MARKS.matcher(text);
        int from = 0;
        while (marks.find()) {
            characters(text.substring(from, marks.start()));
            from = marks.end();
            if (marks.group(1) != null) {
                xml.writeEmptyElement("insert");
                xml.writeAttribute("type", marks.group(1));
                xml.writeAttribute("id-ref", legal(marks.group(2)));
            } else if (marks.group(3) != null) {
                element("sub", marks.group(3));
            } else {
                element("sup", marks.group(4));
            }
        }
        characters(text.substring(from));
    }

    /// XML 1.0 has no place for most control characters and for halves of pairs: they become
    /// U+FFFD.
    static String legal(String text) {
        if (text.codePoints().allMatch(MarkupWriter::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
        return legal.toString();
    }

    static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
