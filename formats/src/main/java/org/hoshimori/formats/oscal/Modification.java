package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hoshimori.formats.tree.Tree;

/// The modify phase of profile resolution: sets parameters, adds to controls and removes from them.
final class Modification {
    /// Lists of a control or part, by the name of one member.
    private static final Map<String, String> LISTS =
            Map.of(
                    "param",
                    "params",
                    "prop",
                    "props",
                    "link",
                    "links",
                    "part",
                    "parts",
                    "control",
                    "controls");

    private final Map<String, List<Tree.Fields>> settings = new LinkedHashMap<>();
    private final Map<String, List<Tree.Fields>> alters = new LinkedHashMap<>();
    private final Set<String> found = new HashSet<>();

    Modification(Tree.Fields modify) {
        modify.each("set-parameters")
                .forEach(setting -> add(settings, setting.text("param-id"), setting));
        modify.each("alters").forEach(alter -> add(alters, alter.text("control-id"), alter));
    }

    private static void add(Map<String, List<Tree.Fields>> byId, String id, Tree.Fields directive) {
        byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(directive);
    }

    Tree.Fields apply(Tree.Fields catalog) {
        return settings.isEmpty() && alters.isEmpty() ? catalog : holder(catalog);
    }

    /// Parameters and controls that the profile changes but nothing imported has.
    List<String> unmatched() {
        List<String> unmatched = new ArrayList<>();
        settings.keySet().stream()
                .filter(id -> !found.contains("param " + id))
                .forEach(unmatched::add);
        alters.keySet().stream()
                .filter(id -> !found.contains("control " + id))
                .forEach(unmatched::add);
        return unmatched;
    }

    private Tree.Fields holder(Tree.Fields holder) {
        Tree.Fields changed = each(holder, "params", this::param);
        changed = each(changed, "groups", this::holder);
        return each(changed, "controls", this::control);
    }

    private static Tree.Fields each(
            Tree.Fields holder, String list, UnaryOperator<Tree.Fields> change) {
        return holder.has(list)
                ? holder.withEach(list, holder.each(list).stream().map(change).toList())
                : holder;
    }

    private Tree.Fields control(Tree.Fields control) {
        Tree.Fields changed = holder(control);
        for (Tree.Fields alter : alters.getOrDefault(control.text("id"), List.of())) {
            found.add("control " + control.text("id"));
            for (Tree.Fields remove : alter.each("removes")) {
                changed = removed(changed, remove);
            }
            for (Tree.Fields add : alter.each("adds")) {
                changed = added(changed, add);
            }
        }
        return changed;
    }

    private Tree.Fields param(Tree.Fields param) {
        Tree.Fields changed = param;
        for (Tree.Fields setting : settings.getOrDefault(param.text("id"), List.of())) {
            found.add("param " + param.text("id"));
            for (Map.Entry<String, Tree> member : setting.all().entrySet()) {
                switch (member.getKey()) {
                    case "class", "depends-on", "label", "usage", "values", "select" ->
                            changed = changed.with(member.getKey(), member.getValue());
                    case "props", "links", "constraints", "guidelines" -> {
                        List<Tree.Fields> all = new ArrayList<>(changed.each(member.getKey()));
                        all.addAll(setting.each(member.getKey()));
                        changed = changed.withEach(member.getKey(), all);
                    }
                    default -> {}
                }
            }
        }
        return changed;
    }

    private static Tree.Fields removed(Tree.Fields object, Tree.Fields remove) {
        Tree.Fields changed = object;
        if (remove.all().keySet().stream().noneMatch(key -> key.startsWith("by-"))) {
            return object;
        }
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            if (!list.getKey().equals("control") && object.has(list.getValue())) {
                changed =
                        changed.withEach(
                                list.getValue(),
                                object.each(list.getValue()).stream()
                                        .filter(item -> !matches(item, list.getKey(), remove))
                                        .map(item -> removed(item, remove))
                                        .toList());
            }
        }
        return changed;
    }

    private static boolean matches(Tree.Fields item, String name, Tree.Fields remove) {
        String namespace = item.text("ns");
        return criterion(remove, "by-id", item.text("id"))
                && criterion(remove, "by-name", item.text("name"))
                && criterion(remove, "by-class", item.text("class"))
                && criterion(remove, "by-item-name", name)
                && criterion(
                        remove,
                        "by-ns",
                        namespace.isEmpty() ? "http://csrc.nist.gov/ns/oscal" : namespace);
    }

    private static boolean criterion(Tree.Fields remove, String key, String value) {
        return !remove.has(key) || remove.text(key).equals(value);
    }

    private static Tree.Fields added(Tree.Fields control, Tree.Fields add) {
        String target = add.text("by-id");
        String position = add.text("position");
        boolean start = position.equals("starting") || position.equals("before");
        if (target.isEmpty() || target.equals(control.text("id"))) {
            return within(control, add, start);
        }
        return bound(control, add, target, position);
    }

    /// Adds at the object `target`, wherever it is inside.
    private static Tree.Fields bound(
            Tree.Fields object, Tree.Fields add, String target, String position) {
        Tree.Fields changed = object;
        for (String list : List.of("params", "parts", "controls")) {
            if (!object.has(list)) {
                continue;
            }
            List<Tree.Fields> items = new ArrayList<>();
            boolean here = false;
            for (Tree.Fields item : object.each(list)) {
                boolean hit = item.text("id").equals(target);
                if (!hit) {
                    items.add(bound(item, add, target, position));
                } else if (position.equals("before") || position.equals("after")) {
                    here = true;
                    if (position.equals("before")) {
                        items.addAll(add.each(list));
                    }
                    items.add(item);
                    if (position.equals("after")) {
                        items.addAll(add.each(list));
                    }
                } else {
                    items.add(within(item, add, position.equals("starting")));
                }
            }
            changed = changed.withEach(list, items);
            if (here) {
                // What is not of the target's kind stands in its own list.
                Tree.Fields others = add.without(list).without("title");
                changed = within(changed, others, position.equals("before"));
            }
        }
        return changed;
    }

    private static Tree.Fields within(Tree.Fields object, Tree.Fields add, boolean start) {
        Tree.Fields changed =
                add.has("title") ? object.with("title", Tree.text(add.text("title"))) : object;
        for (String list : List.of("params", "props", "links", "parts")) {
            if (add.has(list)) {
                List<Tree.Fields> all = new ArrayList<>(object.each(list));
                all.addAll(start ? 0 : all.size(), add.each(list));
                changed = changed.withEach(list, all);
            }
        }
        return ordered(changed);
    }

    /// New lists take their canonical place.
    private static Tree.Fields ordered(Tree.Fields object) {
        Map<String, Tree> ordered = new LinkedHashMap<>(object.all());
        for (String list : List.of("params", "props", "links", "parts", "controls")) {
            Tree value = ordered.remove(list);
            if (value != null) {
                ordered.put(list, value);
            }
        }
        return new Tree.Fields(object.place(), ordered);
    }
}
