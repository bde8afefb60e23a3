package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;

/// Which controls of a catalog an import (or an insertion) means: `include-all`,
/// `include-controls`, `exclude-controls` with ids and patterns. Exclusion always wins.
final class Selection {
    /// One `include-controls` or `exclude-controls`.
    private record Choice(Set<String> ids, List<String> patterns, boolean children) {
        static List<Choice> of(Tree.Fields directive, String list) {
            return directive.each(list).stream()
                    .map(select ->
                            new Choice(
                                    new LinkedHashSet<>(select.words("with-ids")),
                                    select.each("matching").stream()
                                            .map(matching -> matching.text("pattern"))
                                            .filter(pattern -> !pattern.isEmpty())
                                            .toList(),
                                    select.text("with-child-controls").equals("yes")))
                    .toList();
        }

        boolean matches(String id) {
            return ids.contains(id) || patterns.stream().anyMatch(p -> glob(p, id));
        }
    }

    private static final int LONGEST_PATTERN = 200;

    /// Choices times controls that are looked at, long patterns and ids counting more; the largest
    /// catalog has 1,200 controls.
    private static final long MOST_LOOKS = 5_000_000;

    private final boolean all;
    private final List<Choice> in;
    private final List<Choice> out;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> included = new LinkedHashSet<>();
    private final Set<String> excluded = new HashSet<>();
    private final long patterns;
    private long looks;

    private Selection(Tree.Fields directive) {
        this.all = directive.has("include-all") || !directive.has("include-controls");
        this.in = Choice.of(directive, "include-controls");
        this.out = Choice.of(directive, "exclude-controls");
        this.patterns =
                Stream.concat(in.stream(), out.stream())
                        .flatMap(choice -> choice.patterns.stream())
                        .mapToLong(pattern -> 1 + pattern.length() / 16)
                        .sum();
    }

    /// @param ancestors whether what contains an included control is included too
    static Selection of(Tree.Fields directive, List<Tree.Fields> roots, boolean ancestors)
            throws Unreadable {
        Selection selection = new Selection(directive);
        for (Tree.Fields root : roots) {
            selection.visit(root, List.of(), false, false, ancestors);
        }
        return selection;
    }

    boolean includes(String id) {
        return included.contains(id) && !excluded.contains(id);
    }

    /// Ids that the directive names and nothing has, in its order.
    List<String> unmatched() {
        return Stream.concat(in.stream(), out.stream())
                .flatMap(choice -> choice.ids.stream())
                .filter(id -> !seen.contains(id))
                .toList();
    }

    private void visit(
            Tree.Fields control,
            List<String> above,
            boolean within,
            boolean withinExcluded,
            boolean ancestors)
            throws Unreadable {
        String id = control.text("id");
        seen.add(id);
        boolean chosen = all || within;
        boolean children = within;
        for (Choice choice : in) {
            if (choice.matches(id)) {
                chosen = true;
                children |= choice.children;
            }
        }
        boolean left = withinExcluded;
        boolean childrenLeft = withinExcluded;
        for (Choice choice : out) {
            if (choice.matches(id)) {
                left = true;
                childrenLeft |= choice.children;
            }
        }
        looks += 1 + in.size() + out.size() + patterns * (1L + id.length() / 16);
        if (looks > MOST_LOOKS) {
            throw new Unreadable(
                    control.place(),
                    "選択の指定が多すぎます (管理策の数との積が500万まで)",
                    "too many selections for so many controls (their product may be 5,000,000)");
        }
        if (chosen) {
            included.add(id);
            if (ancestors && !left) {
                included.addAll(above);
            }
        }
        if (left) {
            excluded.add(id);
        }
        List<String> path = new ArrayList<>(above);
        path.add(id);
        for (Tree.Fields child : control.each("controls")) {
            visit(child, path, children, childrenLeft, ancestors);
        }
    }

    /// `*` stands for any characters, `?` for one. Never a regular expression of the file's.
    static boolean glob(String pattern, String id) {
        if (pattern.length() > LONGEST_PATTERN) {
            return false;
        }
        int p = 0;
        int star = -1;
        int retry = 0;
        for (int i = 0; i < id.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = i;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == id.charAt(i))) {
                p++;
                i++;
            } else if (star >= 0) {
                p = star + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
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
