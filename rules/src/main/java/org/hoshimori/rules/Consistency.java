package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the lines of one file must say together: ids once, references that lead somewhere, levels
/// that include each other without a circle and that somebody asks for.
final class Consistency {
    private record Place(Fields fields, YamlNode node) {}

    private record Reference(String kind, String id, Place from, String key) {}

    private final Map<String, Map<String, Place>> ids = new HashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, String> includes = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /// Remembers `id` as the one of its kind; returns it.
    String unique(String kind, Fields fields, String id) {
        return unique(kind, fields, "id", id);
    }

    String unique(String kind, Fields fields, String key, String id) {
        Place place = new Place(fields, fields.at(key));
        Place earlier =
                ids.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).putIfAbsent(id, place);
        if (earlier != null) {
            fields.fault(
                    place.node,
                    "「" + key + "」の値「" + id + "」は" + earlier.node.line() + "行目にもあります",
                    "\"%s\" %s stands in line %d already".formatted(key, id, earlier.node.line()));
        }
        return id;
    }

    String level(Fields fields, String id, @Nullable String included) {
        unique("level", fields, id);
        if (included != null) {
            includes.put(id, reference("level", fields, "includes"));
        }
        return id;
    }

    /// The level that a criterion belongs to.
    String asked(Fields fields) {
        String level = reference("level", fields, "level");
        asked.add(level);
        return level;
    }

    /// A value that names something declared elsewhere in the file.
    String reference(String kind, Fields fields, String key) {
        String id = fields.word(key);
        if (fields.has(key)) {
            references.add(new Reference(kind, id, new Place(fields, fields.at(key)), key));
        }
        return id;
    }

    /// A list of values that name what is declared elsewhere in the file.
    List<String> references(String kind, Fields fields, String key) {
        Map<YamlNode, String> words = fields.words(key);
        words.forEach((node, id) ->
                references.add(new Reference(kind, id, new Place(fields, node), key)));
        return List.copyOf(words.values());
    }

    /// Everything of the edition this one builds on is known, and taken.
    void know(Edition base, Fields fields) {
        Place place = new Place(fields, fields.at("extends"));
        for (Level level : base.levels()) {
            known("level", level.id(), place);
            asked.add(level.id());
        }
        base.categories().forEach(category -> known("category", category.id(), place));
        base.sources().forEach(source -> known("source", source.id(), place));
        base.requirements().forEach(requirement -> known("criterion", requirement.id(), place));
        base.criteria().forEach(criterion -> known("criterion", criterion.id(), place));
    }

    private void known(String kind, String id, Place place) {
        ids.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(id, place);
    }

    /// A level that asks nothing of its own because it is another way of reaching one that does.
    void variant(String level) {
        asked.add(level);
    }

    /// Reports what can be known only after everything was read.
    void check(Fields root) {
        references.forEach(this::checkReference);
        ids.getOrDefault("level", Map.of()).forEach(this::checkLevel);
        for (String list : List.of("levels", "categories", "requirements")) {
            if (root.at(list) instanceof YamlNode.Sequence sequence
                    && sequence.items().isEmpty()
                    && !root.has("extends")) {
                root.fault(sequence, "「" + list + "」が空です", "\"" + list + "\" is empty");
            }
        }
    }

    private void checkReference(Reference reference) {
        Set<String> known = ids.getOrDefault(reference.kind, Map.of()).keySet();
        if (!known.contains(reference.id)) {
            Optional<String> meant = NearMiss.of(reference.id, known);
            reference.from.fields.fault(
                    reference.from.node,
                    "「%s」の「%s」はどこにもありません%s"
                            .formatted(
                                    reference.key,
                                    reference.id,
                                    meant.map(m -> "。「" + m + "」のことですか").orElse("")),
                    "\"%s\" names %s, which is not in this file%s"
                            .formatted(
                                    reference.key,
                                    reference.id,
                                    meant.map(m -> ", did you mean " + m + "?").orElse("")));
        }
    }

    private void checkLevel(String id, Place place) {
        Set<String> path = new LinkedHashSet<>();
        String next = id;
        while (next != null && path.add(next)) {
            next = includes.get(next);
        }
        if (id.equals(next)) {
            String circle = String.join(" → ", path) + " → " + id;
            place.fields.fault(
                    place.fields.at("includes"),
                    "段階が輪になっています: " + circle,
                    "levels include each other in a circle: " + circle);
        }
        if (!asked.contains(id)) {
            place.fields.fault(place.node, "この段階の評価基準がありません", "no criterion belongs to this level");
        }
    }
}
