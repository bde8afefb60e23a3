package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.formats.tree.Tree;

/// Reads the words of controls: labels and prose of parts, with parameters put in.
final class Prose {
    private static final Pattern INSERT =
            Pattern.compile("\\{\\{\\s*insert:\\s*param\\s*,\\s*([^\\s{}]+)\\s*}}");
    private static final int DEEP = 5;

    /// Characters that insertions may add to one text.
    private static final int MOST_INSERTED = 50_000;

    private final Map<String, Tree.Fields> params = new HashMap<>();

    private int inserted;

    Prose(Tree.Fields catalog) {
        collect(catalog);
    }

    private void collect(Tree.Fields holder) {
        holder.each("params").forEach(param -> params.putIfAbsent(param.text("id"), param));
        holder.each("groups").forEach(this::collect);
        holder.each("controls").forEach(this::collect);
    }

    /// All parts of one name with what is in them, a line each.
    String named(Tree.Fields control, Set<String> names) {
        List<String> lines = new ArrayList<>();
        for (Tree.Fields part : control.each("parts")) {
            if (names.contains(part.text("name"))) {
                lines(part, lines);
            }
        }
        return String.join("\n", lines);
    }

    /// Each part of one of the names as one text.
    List<String> each(Tree.Fields control, Set<String> names) {
        return control.each("parts").stream()
                .filter(part -> names.contains(part.text("name")))
                .map(part -> {
                    List<String> lines = new ArrayList<>();
                    lines(part, lines);
                    return String.join("\n", lines);
                })
                .filter(text -> !text.isBlank())
                .toList();
    }

    private void lines(Tree.Fields part, List<String> lines) {
        String prose = words(part.text("prose"));
        if (!prose.isBlank()) {
            String label = prop(part, "label");
            lines.add(label.isEmpty() ? prose : label + " " + prose);
        }
        part.each("parts").forEach(inner -> lines(inner, lines));
    }

    static String prop(Tree.Fields object, String name) {
        return object.each("props").stream()
                .filter(prop -> prop.text("name").equals(name))
                .map(prop -> prop.text("value"))
                .findFirst()
                .orElse("");
    }

    /// Markdown as plain words.
    String words(String markdown) {
        inserted = 0;
        return Markdown.plain(inserted(markdown, 0)).strip();
    }

    /// The words of a title.
    String title(String line) {
        inserted = 0;
        return Markdown.plainLine(inserted(line, 0)).strip();
    }

    private String inserted(String text, int depth) {
        if (depth > DEEP || !text.contains("{{")) {
            return text;
        }
        return INSERT.matcher(text)
                .replaceAll(insert -> {
                    String id = insert.group(1);
                    String value = inserted > MOST_INSERTED ? "[" + id + "]" : param(id, depth + 1);
                    inserted += value.length();
                    return Matcher.quoteReplacement(value);
                });
    }

    /// The value, else what may be chosen, else what it is called.
    private String param(String id, int depth) {
        Tree.Fields param = params.get(id);
        if (param == null) {
            return "[" + id + "]";
        }
        List<String> values = param.words("values");
        if (!values.isEmpty()) {
            return String.join(", ", values);
        }
        List<String> choices =
                param.object("select").map(select -> select.words("choice")).orElse(List.of());
        if (!choices.isEmpty()) {
            String all = String.join(" / ", choices);
            return all.length() > 20_000 ? "[" + id + "]" : "[" + inserted(all, depth) + "]";
        }
        return "[" + (param.text("label").isEmpty() ? id : param.text("label")) + "]";
    }
}
