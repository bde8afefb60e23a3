package org.hoshimori.rules;

import java.util.List;
import java.util.Map;

/// A requirement (要求事項): what must hold, shown to hold by its criteria.
///
/// @param category id of its category
/// @param level id of the lowest level that asks it; a criterion of it may belong to a higher one
public record Requirement(
        String id,
        String category,
        String level,
        Text title,
        Standing status,
        Confidence confidence,
        List<Criterion> criteria) {
    public Requirement {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("requirement " + id + " has no criteria");
        }
    }

    /// The same with criteria asked from other levels on.
    ///
    /// @param asked levels by criterion id; what is not named stays
    Requirement placed(Map<String, String> asked) {
        return new Requirement(
                id,
                category,
                level,
                title,
                status,
                confidence,
                criteria.stream().map(c -> c.at(asked.getOrDefault(c.id(), c.level()))).toList());
    }
}
