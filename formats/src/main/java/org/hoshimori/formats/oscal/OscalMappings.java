package org.hoshimori.formats.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hoshimori.formats.tree.Tree;

/// Relations between the controls of two catalogs, as an OSCAL mapping collection (OSCAL 1.2).
public final class OscalMappings {
    /// @param source the catalog mapped from, an address or urn
    /// @param relationship in OSCAL's words (`subset-of`)
    /// @param rationale why, in words; may be empty
    /// @param strength 0 to 10 in words of the source; may be empty
    public record Relation(
            String source,
            String target,
            String from,
            String to,
            String relationship,
            String rationale,
            String strength) {}

    private OscalMappings() {}

    /// A document of relations; what is said of the pair of catalogs comes first.
    public static OscalDocument document(
            String title, String version, String date, String name, List<Relation> relations) {
        Map<List<String>, List<Relation>> pairs = new LinkedHashMap<>();
        relations.forEach(relation ->
                pairs.computeIfAbsent(
                                List.of(relation.source, relation.target), _ -> new ArrayList<>())
                        .add(relation));
        List<Tree> mappings = new ArrayList<>();
        pairs.forEach((pair, all) -> mappings.add(mapping(name, pair, all)));
        String day = date.matches("\\d{4}-\\d\\d-\\d\\d") ? date : "1970-01-01";
        return OscalDocument.of(
                OscalKind.MAPPING_COLLECTION,
                Tree.of(
                        "uuid",
                        Names.uuid("mappings", name, version, relations.toString()),
                        "metadata",
                        Tree.of(
                                "title",
                                Exporting.line(title.isBlank() ? name : title),
                                "last-modified",
                                day + "T00:00:00Z",
                                "version",
                                version.isBlank() ? "1" : version,
                                "oscal-version",
                                "1.2.1"),
                        "provenance",
                        Tree.of(
                                "method",
                                "human",
                                "matching-rationale",
                                "semantic",
                                "status",
                                "complete",
                                "mapping-description",
                                Exporting.line("Relations of " + name)),
                        "mappings",
                        mappings));
    }

    private static Tree mapping(String name, List<String> pair, List<Relation> relations) {
        return Tree.of(
                "uuid",
                Names.uuid("mapping", name, pair.toString()),
                "source-resource",
                Tree.of("type", "catalog", "href", pair.getFirst()),
                "target-resource",
                Tree.of("type", "catalog", "href", pair.getLast()),
                "maps",
                relations.stream().map(relation -> map(name, relation)).toList());
    }

    private static Tree map(String name, Relation relation) {
        String rationale = Markdown.of(relation.rationale);
        return Tree.of(
                "uuid",
                Names.uuid("map", name, relation.toString()),
                "relationship",
                relation.relationship,
                "sources",
                List.of(Tree.of("type", "control", "id-ref", relation.from)),
                "targets",
                List.of(Tree.of("type", "control", "id-ref", relation.to)),
                "props",
                relation.strength.isEmpty()
                        ? List.of()
                        : List.of(Exporting.own("strength", relation.strength)),
                "remarks",
                rationale);
    }

    /// How many relations of each kind a collection holds.
    public static Map<String, Integer> counts(OscalDocument mappings) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Tree.Fields mapping : mappings.content().each("mappings")) {
            for (Tree.Fields map : mapping.each("maps")) {
                counts.merge(map.text("relationship"), 1, Integer::sum);
            }
        }
        return counts;
    }
}
