package org.hoshimori.formats.tree;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;

/// Writes a tree as JSON for people: indented by two, the same bytes for the same tree.
public final class JsonText {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);

    private JsonText() {}

    public static byte[] write(Tree tree) {
        JsonText writer = new JsonText();
        writer.node(tree, "\n");
        writer.out.append('\n').flush();
        return writer.bytes.toByteArray();
    }

    private void node(Tree tree, String margin) {
        switch (tree) {
            case Tree.Leaf leaf ->
                    out.append(
                            switch (leaf.form()) {
                                case TEXT -> quoted(leaf.text());
                                case NUMBER, TRUTH -> leaf.text();
                                case NOTHING -> "null";
                            });
            case Tree.Items items -> {
                Iterator<Tree> all = items.all().iterator();
                out.append('[');
                while (all.hasNext()) {
                    out.append(margin).append("  ");
                    node(all.next(), margin + "  ");
                    out.append(all.hasNext() ? "," : margin);
                }
                out.append(']');
            }
            case Tree.Fields fields -> {
                Iterator<Map.Entry<String, Tree>> all = fields.all().entrySet().iterator();
                out.append('{');
                while (all.hasNext()) {
                    Map.Entry<String, Tree> member = all.next();
                    out.append(margin).append("  ").append(quoted(member.getKey())).append(": ");
                    node(member.getValue(), margin + "  ");
                    out.append(all.hasNext() ? "," : margin);
                }
                out.append('}');
            }
        }
    }

    /// A JSON string; what cannot stand in UTF-8 or in XML is escaped.
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean pair =
                            Character.isHighSurrogate(c)
                                            && i + 1 < text.length()
                                            && Character.isLowSurrogate(text.charAt(i + 1))
                                    || Character.isLowSurrogate(c)
                                            && i > 0
                                            && Character.isHighSurrogate(text.charAt(i - 1));
                    if (c < ' '
                            || c >= 0x7F && c <= 0x9F
                            || c == '\uFFFE'
                            || c == '\uFFFF'
                            || isLone(c) && !pair) {
                        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isLone(char c) {
        return Character.isSurrogate(c);
    }
}
