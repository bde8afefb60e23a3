package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Carries relations with a requirement to its criteria, where the user's own sheet tells which
/// these are. What holds of the whole holds more loosely of a part, and is one weaker.
final class PlacedRelations {
    private PlacedRelations() {}

    /// The relations that stand at both ends, and behind them those of the criteria placed.
    static List<Mapping> of(List<Mapping> maps, Edition source, Edition target) {
        List<Mapping> all =
                new ArrayList<>(
                        maps.stream()
                                .filter(map -> has(source, map.source()))
                                .filter(map -> has(target, map.target()))
                                .toList());
        for (Mapping map : List.copyOf(all)) {
            for (String part : placed(target, map.target())) {
                all.add(part(map, map.source(), toPart(map.relation()), part));
            }
            for (String part : placed(source, map.source())) {
                Relation seen = toPart(map.relation().inverse()).inverse();
                all.add(part(map, part, seen, map.target()));
            }
        }
        return all;
    }

    private static boolean has(Edition edition, String id) {
        return edition.criterion(id).isPresent() || edition.requirement(id).isPresent();
    }

    private static List<String> placed(Edition edition, String requirement) {
        return edition.placing().requirements().entrySet().stream()
                .filter(each -> each.getValue().equals(requirement))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Mapping part(Mapping map, String source, Relation relation, String target) {
        return new Mapping(
                source,
                relation,
                target,
                map.rationale(),
                Math.max(1, map.strength() - 1),
                map.note());
    }

    /// What asks no less than the whole asks no less than a part of it.
    private static Relation toPart(Relation whole) {
        return whole == Relation.EQUAL || whole == Relation.SUPERSET
                ? Relation.SUPERSET
                : Relation.INTERSECTS;
    }
}
