package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hoshimori.formats.tree.Tree;

/// Which controls of a catalog an import (or an insertion) means: `include-all`,
/// `include-controls`, `exclude-controls` with ids and patterns. Exclusion always wins.
final class Selection {
    private final Tree.Fields directive;
    private final Set<String> named = new HashSet<>();
    private final Set<String> matched = new LinkedHashSet<>();
    private final Set<String> included = new LinkedHashSet<>();
    private final Set<String> excluded = new HashSet<>();

    private Selection(Tree.Fields directive) {
        this.directive = directive;
    }

    /// @param ancestors whether what contains an included control is included too
    static Selection of(Tree.Fields directive, List<Tree.Fields> roots, boolean ancestors) {
        Selection selection = new Selection(directive);
        for (Tree.Fields root : roots) {
            selection.visit(root, List.of(), false, false, ancestors);
        }
        return selection;
    }

    boolean includes(String id) {
        return included.contains(id) && !excluded.contains(id);
    }

    /// In the order in which the directive names them.
    List<String> unmatched() {
        List<String> unmatched = new ArrayList<>();
        for (String list : List.of("include-controls", "exclude-controls")) {
            for (Tree.Fields select : directive.each(list)) {
                select.words("with-ids").stream()
                        .filter(id -> !matched.contains(id))
                        .forEach(unmatched::add);
            }
        }
        return unmatched;
    }

    private void visit(
            Tree.Fields control,
            List<String> above,
            boolean within,
            boolean withinExcluded,
            boolean ancestors) {
        String id = control.text("id");
        named.add(id);
        boolean all = directive.has("include-all") || !directive.has("include-controls");
        boolean chosen = all || within || matches("include-controls", id, s -> true);
        boolean children = within || matches("include-controls", id, Selection::withChildren);
        boolean out = withinExcluded || matches("exclude-controls", id, s -> true);
        boolean childrenOut =
                withinExcluded || matches("exclude-controls", id, Selection::withChildren);
        if (chosen) {
            included.add(id);
            if (ancestors && !out) {
                included.addAll(above);
            }
        }
        if (out) {
            excluded.add(id);
        }
        List<String> path = new ArrayList<>(above);
        path.add(id);
        for (Tree.Fields child : control.each("controls")) {
            visit(child, path, children, childrenOut, ancestors);
        }
    }

    private boolean matches(String list, String id, Predicate<Tree.Fields> and) {
        boolean any = false;
        for (Tree.Fields select : directive.each(list)) {
            boolean byId = select.words("with-ids").contains(id);
            if (byId) {
                matched.add(id);
            }
            boolean matches =
                    byId
                            || select.each("matching").stream()
                                    .map(matching -> matching.text("pattern"))
                                    .anyMatch(pattern -> !pattern.isEmpty() && glob(pattern, id));
            any |= matches && and.test(select);
        }
        return any;
    }

    private static boolean withChildren(Tree.Fields select) {
        return select.text("with-child-controls").equals("yes");
    }

    /// `*` stands for any characters, `?` for one. Never a regular expression of the file's.
    static boolean glob(String pattern, String id) {
        String collapsed = pattern.replaceAll("\\*+", "*");
        if (collapsed.chars().filter(c -> c == '*').count() > 8) {
            return false;
        }
        StringBuilder regex = new StringBuilder();
        collapsed
                .chars()
                .forEach(c ->
                        regex.append(
                                switch (c) {
                                    case '*' -> ".*";
                                    case '?' -> ".";
                                    default -> Pattern.quote(String.valueOf((char) c));
                                }));
        return Pattern.matches(regex.toString(), id);
    }

    /// Every control below, the outer before the inner.
    static void each(Tree.Fields holder, Consumer<Tree.Fields> action) {
        for (Tree.Fields group : holder.each("groups")) {
            each(group, action);
        }
        for (Tree.Fields control : holder.each("controls")) {
            action.accept(control);
            each(control, action);
        }
    }

    /// Controls that no other control holds.
    static List<Tree.Fields> outermost(Tree.Fields holder) {
        List<Tree.Fields> all = new ArrayList<>();
        holder.each("groups").forEach(group -> all.addAll(outermost(group)));
        all.addAll(holder.each("controls"));
        return all;
    }
}
