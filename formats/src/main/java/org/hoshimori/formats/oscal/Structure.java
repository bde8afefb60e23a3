package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.formats.tree.Tree;
import org.hoshimori.formats.tree.Unreadable;

/// The merge phase of profile resolution: brings what was imported into the structure that the
/// profile asks.
final class Structure {
    /// What one import brought.
    record Imported(Tree.Fields catalog, Selection selection) {}

    private final Tree.Fields merge;
    private final List<Imported> imports;
    private final Set<String> used = new HashSet<>();
    private final boolean useFirst;

    /// Insertions of a custom structure, each of which looks at every control.
    private static final int MOST_INSERTIONS = 1_000;

    private int insertions;

    Structure(Tree.Fields merge, List<Imported> imports) {
        this.merge = merge;
        this.imports = imports;
        this.useFirst =
                merge.object("combine").map(c -> c.text("method")).orElse("").equals("use-first");
    }

    /// A catalog's `groups` and `controls`.
    Tree.Fields build() throws Unreadable {
        boolean asIs = merge.has("as-is") && !merge.text("as-is").equals("false");
        boolean custom = merge.has("custom");
        if ((asIs ? 1 : 0) + (custom ? 1 : 0) + (merge.has("flat") ? 1 : 0) > 1) {
            throw new Unreadable(
                    merge.place(),
                    "flat、as-is、customはどれか1つにしてください",
                    "flat, as-is and custom exclude each other; keep one");
        }
        return asIs ? asIs() : custom ? custom() : flat();
    }

    private Tree.Fields flat() {
        return Tree.of("controls", flatControls());
    }

    private List<Tree.Fields> flatControls() {
        List<Tree.Fields> controls = new ArrayList<>();
        for (Imported imported : imports) {
            Selection.each(
                    imported.catalog,
                    control -> {
                        if (takes(imported, control)) {
                            controls.add(control.without("controls"));
                        }
                    });
        }
        return controls;
    }

    private boolean takes(Imported imported, Tree.Fields control) {
        String id = control.text("id");
        return imported.selection.includes(id) && (!useFirst || used.add(id));
    }

    private Tree.Fields asIs() {
        List<Tree.Fields> groups = new ArrayList<>();
        List<Tree.Fields> controls = new ArrayList<>();
        for (Imported imported : imports) {
            for (Tree.Fields group : imported.catalog.each("groups")) {
                group(imported, group).ifPresent(groups::add);
            }
            controls.addAll(controls(imported, imported.catalog));
        }
        return Tree.of("groups", joined(groups), "controls", controls);
    }

    /// A group with an id that is there already takes the other's controls.
    private static List<Tree.Fields> joined(List<Tree.Fields> groups) {
        Map<String, Tree.Fields> byId = new LinkedHashMap<>();
        int nameless = 0;
        for (Tree.Fields group : groups) {
            String id = group.text("id");
            if (id.isEmpty()) {
                byId.put(" " + nameless++, group);
                continue;
            }
            byId.merge(
                    id,
                    group,
                    (there, other) -> {
                        List<Tree.Fields> inner = new ArrayList<>(there.each("groups"));
                        inner.addAll(other.each("groups"));
                        List<Tree.Fields> controls = new ArrayList<>(there.each("controls"));
                        controls.addAll(other.each("controls"));
                        return there.withEach("groups", joined(inner))
                                .withEach("controls", controls);
                    });
        }
        return List.copyOf(byId.values());
    }

    /// The group with what is included of it; nothing when nothing is.
    private Optional<Tree.Fields> group(Imported imported, Tree.Fields group) {
        List<Tree.Fields> groups = new ArrayList<>();
        for (Tree.Fields inner : group.each("groups")) {
            group(imported, inner).ifPresent(groups::add);
        }
        List<Tree.Fields> controls = controls(imported, group);
        boolean nothing = groups.isEmpty() && controls.isEmpty() && !References.kept(group);
        return nothing
                ? Optional.empty()
                : Optional.of(group.withEach("groups", groups).withEach("controls", controls));
    }

    /// Included controls below `holder`; those inside one that is not included take its place.
    private List<Tree.Fields> controls(Imported imported, Tree.Fields holder) {
        List<Tree.Fields> kept = new ArrayList<>();
        for (Tree.Fields control : holder.each("controls")) {
            boolean taken = takes(imported, control);
            List<Tree.Fields> inner = controls(imported, control);
            if (taken) {
                kept.add(control.withEach("controls", inner));
            } else {
                kept.addAll(inner);
            }
        }
        return kept;
    }

    private Tree.Fields custom() throws Unreadable {
        Tree.Fields custom = merge.object("custom").orElse(Tree.of());
        List<Tree.Fields> pool = flatControls();
        Map<String, Tree.Fields> groups = new LinkedHashMap<>();
        imports.forEach(imported -> collect(imported.catalog, groups));
        return Tree.of("groups", customs(custom, pool, groups), "controls", inserted(custom, pool));
    }

    private List<Tree.Fields> customs(
            Tree.Fields holder, List<Tree.Fields> pool, Map<String, Tree.Fields> groups)
            throws Unreadable {
        List<Tree.Fields> built = new ArrayList<>();
        for (Tree.Fields group : holder.each("groups")) {
            built.add(custom(group, pool, groups));
        }
        return built;
    }

    private static void collect(Tree.Fields holder, Map<String, Tree.Fields> groups) {
        for (Tree.Fields group : holder.each("groups")) {
            groups.putIfAbsent(group.text("id"), group);
            collect(group, groups);
        }
    }

    private Tree.Fields custom(
            Tree.Fields group, List<Tree.Fields> pool, Map<String, Tree.Fields> groups)
            throws Unreadable {
        Tree.Fields built = group.without("insert-controls");
        Tree.Fields source = groups.get(group.text("id"));
        if (source != null && group.has("id")) {
            for (String list : List.of("props", "links", "parts")) {
                List<Tree.Fields> all = new ArrayList<>(source.each(list));
                all.addAll(group.each(list));
                built = built.withEach(list, all);
            }
        }
        return built.withEach("groups", customs(group, pool, groups))
                .withEach("controls", inserted(group, pool));
    }

    private List<Tree.Fields> inserted(Tree.Fields holder, List<Tree.Fields> pool)
            throws Unreadable {
        List<Tree.Fields> inserted = new ArrayList<>();
        for (Tree.Fields insert : holder.each("insert-controls")) {
            if (++insertions > MOST_INSERTIONS) {
                throw new Unreadable(
                        insert.place(),
                        "insert-controlsが多すぎます (1000まで)",
                        "more than 1,000 insert-controls");
            }
            Selection selection = Selection.of(insert, pool, false);
            List<Tree.Fields> chosen =
                    new ArrayList<>(
                            pool.stream().filter(c -> selection.includes(c.text("id"))).toList());
            Comparator<Tree.Fields> byId = Comparator.comparing(control -> control.text("id"));
            switch (insert.text("order")) {
                case "ascending" -> chosen.sort(byId);
                case "descending" -> chosen.sort(byId.reversed());
                default -> {}
            }
            inserted.addAll(chosen);
        }
        return inserted;
    }
}
