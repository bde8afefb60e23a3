package org.hoshimori.formats.ciso;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hoshimori.formats.oscal.OscalDocument;
import org.hoshimori.formats.oscal.OscalMappings;
import org.hoshimori.formats.tree.Tree;

/// Makes an OSCAL mapping collection out of a library's mapping sets.
final class MappingReader {
    private MappingReader() {}

    static Optional<OscalDocument> read(Tree.Fields library, Tree.Fields objects) {
        List<Tree.Fields> sets = new ArrayList<>(objects.each("requirement_mapping_set"));
        sets.addAll(objects.each("requirement_mapping_sets"));
        List<OscalMappings.Relation> relations = new ArrayList<>();
        for (Tree.Fields set : sets) {
            for (Tree.Fields mapping : set.each("requirement_mappings")) {
                relations.add(
                        new OscalMappings.Relation(
                                set.text("source_framework_urn"),
                                set.text("target_framework_urn"),
                                tail(mapping.text("source_requirement_urn")),
                                tail(mapping.text("target_requirement_urn")),
                                relationship(mapping.text("relationship")),
                                mapping.text("rationale"),
                                strength(mapping)));
            }
        }
        return relations.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        OscalMappings.document(
                                library.text("name"),
                                library.text("version"),
                                library.text("publication_date"),
                                library.text("urn"),
                                relations));
    }

    private static String tail(String urn) {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }

    private static String strength(Tree.Fields mapping) {
        String strength = mapping.text("strength_of_relationship");
        return strength.isEmpty() ? mapping.text("strength") : strength;
    }

    private static String relationship(String word) {
        return switch (word) {
            case "equal" -> "equal-to";
            case "subset" -> "subset-of";
            case "superset" -> "superset-of";
            case "intersect" -> "intersects-with";
            case "not_related" -> "no-relationship";
            default -> word;
        };
    }
}
