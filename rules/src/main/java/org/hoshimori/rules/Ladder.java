package org.hoshimori.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each level of an edition asks, lowest first.
final class Ladder {
    private final Edition edition;
    private final Map<String, Asked> levels = new LinkedHashMap<>();
    private final List<Asked> asked;

    Ladder(Edition edition, List<Level> levels, Index index) {
        this.edition = edition;
        for (Level level : levels) {
            List<Criterion> list = askedBy(level, levels);
            this.levels.put(level.id(), Asked.of(edition, level, this.levels.size(), list, index));
        }
        this.asked = List.copyOf(this.levels.values());
    }

    private List<Criterion> askedBy(Level level, List<Level> levels) {
        List<String> order = levels.stream().map(Level::id).toList();
        Set<String> ids = new HashSet<>();
        for (@Nullable Level next = level; next != null && ids.add(next.id()); ) {
            String below = next.includes();
            next = below == null ? null : levels.get(order.indexOf(below));
        }
        int rank = order.indexOf(level.id());
        return edition.criteria().stream()
                .filter(criterion -> ids.contains(criterion.level()))
                .filter(criterion ->
                        criterion.links().until() == null
                                || order.indexOf(criterion.links().until()) >= rank)
                .toList();
    }

    List<Asked> asked() {
        return asked;
    }

    /// @throws IllegalArgumentException when the edition has no such level
    Asked asked(String level) {
        Asked found = levels.get(level);
        if (found == null) {
            throw new IllegalArgumentException(edition.rule() + " has no level " + level);
        }
        return found;
    }

    Optional<Level> level(String id) {
        return Optional.ofNullable(levels.get(id)).map(Asked::level);
    }

    /// As [Edition#requirementCount].
    int requirements(String level) {
        Asked known = asked(level);
        if (known.level().requirements() != null) {
            return known.level().requirements();
        }
        if (edition.manner().partsAnswerable()) {
            return known.list().size();
        }
        if (known.level().rule() instanceof LevelRule.LowestOfGroups) {
            return known.groups().values().stream().mapToInt(group -> group.length).sum();
        }
        return edition.requirementsOf(level).size();
    }

    /// As [Edition#criterionCount].
    int answers(String level) {
        boolean alone = edition.manner().partsAnswerable();
        return asked(level).list().stream()
                .mapToInt(each -> alone ? Math.max(1, each.parts().size()) : 1)
                .sum();
    }
}
