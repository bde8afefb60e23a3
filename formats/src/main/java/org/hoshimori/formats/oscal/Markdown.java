package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Understands the Markdown in OSCAL's JSON and YAML.
final class Markdown {
    /// Deeper nesting is nobody's prose.
    static final int DEEP = 40;

    private static final Parser BLOCKS =
            Parser.builder()
                    .extensions(List.of(TablesExtension.create()))
                    .maxOpenBlockParsers(DEEP)
                    .build();
    private static final Parser LINE = Parser.builder().enabledBlockTypes(Set.of()).build();

    private Markdown() {}

    static Node parse(String markdown) {
        return BLOCKS.parse(markdown);
    }

    /// In one line nothing is a heading or a list.
    static Node parseLine(String markdown) {
        return LINE.parse(markdown.strip());
    }

    /// Whether a tree may be walked by recursion.
    static boolean shallow(Node root) {
        int depth = 0;
        Node node = root;
        while (node != null) {
            if (depth > DEEP) {
                return false;
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node != root && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null || node == root ? null : node.getNext();
        }
        return true;
    }

    /// Plain words as Markdown, a paragraph a line; [#plain] gives the words back, but for spaces.
    static String of(String plain) {
        List<String> paragraphs = new ArrayList<>();
        for (String line : plain.split("\r\n|\r|\n")) {
            String words = line.replaceAll("^[ \\t]+|[ \\t]+$", "");
            if (!words.isEmpty()) {
                paragraphs.add(MarkupReader.lineStart(MarkupReader.escaped(words)));
            }
        }
        return String.join("\n\n", paragraphs);
    }

    /// The words alone: paragraphs apart by an empty line, items of lists a line each.
    static String plain(String markdown) {
        return plain(markdown, parse(markdown));
    }

    /// The words of one line.
    static String plainLine(String line) {
        return plain(line, parseLine(line));
    }

    private static String plain(String markdown, Node root) {
        if (!shallow(root)) {
            return markdown;
        }
        StringBuilder out = new StringBuilder();
        plain(root, out);
        return out.toString().strip();
    }

    private static void plain(Node node, StringBuilder out) {
        switch (node) {
            case Text text -> out.append(text.getLiteral());
            case Code code -> out.append(code.getLiteral());
            case HtmlInline html -> out.append(html.getLiteral());
            case HtmlBlock html -> block(html.getLiteral(), out);
            case FencedCodeBlock code -> block(code.getLiteral(), out);
            case IndentedCodeBlock code -> block(code.getLiteral(), out);
            case SoftLineBreak _, HardLineBreak _ -> out.append('\n');
            default -> {
                boolean own = node instanceof org.commonmark.node.Block;
                if (own && !(node instanceof Paragraph && node.getPrevious() == null)) {
                    gap(node, out);
                }
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    plain(child, out);
                }
            }
        }
    }

    private static void block(String literal, StringBuilder out) {
        out.append(out.isEmpty() ? "" : "\n\n").append(literal.stripTrailing());
    }

    private static void gap(Node node, StringBuilder out) {
        boolean item =
                node instanceof org.commonmark.node.ListItem
                        || node instanceof org.commonmark.node.ListBlock;
        if (!out.isEmpty()) {
            String gap = item ? "\n" : "\n\n";
            while (!out.substring(Math.max(0, out.length() - gap.length())).equals(gap)) {
                out.append('\n');
            }
        }
    }
}
