package org.hoshimori.formats.tree;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes a tree as YAML in block style. What could be taken for anything but the text it is stands
/// in double quotes.
public final class YamlText {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z_\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}][\\w.()/+ -]*");
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    public static byte[] write(Tree tree) {
        YamlText writer = new YamlText();
        writer.block(tree, "");
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Writes where a line has begun (after the margin).
    private void block(Tree tree, String margin) {
        switch (tree) {
            case Tree.Fields fields when !fields.all().isEmpty() -> {
                boolean first = true;
                for (Map.Entry<String, Tree> member : fields.all().entrySet()) {
                    out.append(first ? "" : margin).append(scalar(member.getKey())).append(':');
                    first = false;
                    below(member.getValue(), margin + "  ");
                }
            }
            case Tree.Items items when !items.all().isEmpty() -> {
                boolean first = true;
                for (Tree item : items.all()) {
                    out.append(first ? "" : margin).append("- ");
                    first = false;
                    block(item, margin + "  ");
                }
            }
            case Tree.Leaf leaf -> out.append(leaf(leaf)).append('\n');
            case Tree.Fields _ -> out.append("{}\n");
            case Tree.Items _ -> out.append("[]\n");
        }
    }

    private void below(Tree tree, String margin) {
        boolean nested =
                tree instanceof Tree.Fields fields && !fields.all().isEmpty()
                        || tree instanceof Tree.Items items && !items.all().isEmpty();
        out.append(nested ? "\n" + margin : " ");
        block(tree, margin);
    }

    private static String leaf(Tree.Leaf leaf) {
        return switch (leaf.form()) {
            case TEXT -> scalar(leaf.text());
            case NUMBER, TRUTH -> leaf.text();
            case NOTHING -> "null";
        };
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches()
                        && !text.endsWith(" ")
                        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
                ? text
                : JsonText.quoted(text);
    }
}
