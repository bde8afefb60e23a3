package org.hoshimori.formats.oscal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hoshimori.formats.tree.Tree;

/// What a document refers to inside itself: resources by `#uuid`, parameters by insertions.
final class References {
    private static final Pattern ANCHOR = Pattern.compile("#([\\w.:-]+)");
    private static final Pattern INSERT = Pattern.compile("insert:\\s*param\\s*,\\s*([^\\s{}]+)");

    private References() {}

    /// Ids after a `#`, in lower case (a UUID has no case).
    static Set<String> anchors(Tree tree) {
        Set<String> found = new HashSet<>();
        leaves(tree, text -> find(ANCHOR, text, id -> found.add(lower(id))));
        return found;
    }

    static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    static Set<String> params(Tree tree) {
        Set<String> found = new HashSet<>();
        leaves(tree, text -> find(INSERT, text, found::add));
        dependencies(tree, found);
        return found;
    }

    private static void dependencies(Tree tree, Set<String> found) {
        switch (tree) {
            case Tree.Leaf _ -> {}
            case Tree.Items items -> items.all().forEach(item -> dependencies(item, found));
            case Tree.Fields fields -> {
                if (!fields.text("depends-on").isEmpty()) {
                    found.add(fields.text("depends-on"));
                }
                fields.all().values().forEach(value -> dependencies(value, found));
            }
        }
    }

    private static void find(Pattern pattern, String text, Consumer<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher.group(1));
        }
    }

    private static void leaves(Tree tree, Consumer<String> action) {
        switch (tree) {
            case Tree.Leaf leaf -> action.accept(leaf.text());
            case Tree.Items items -> items.all().forEach(item -> leaves(item, action));
            case Tree.Fields fields -> fields.all().values().forEach(v -> leaves(v, action));
        }
    }

    /// Whether the author forbids to prune it.
    static boolean kept(Tree.Fields object) {
        List<Tree.Fields> props = object.each("props");
        return props.stream()
                .anyMatch(p -> p.text("name").equals("keep") && p.text("value").equals("always"));
    }
}
