package org.hoshimori.rules;

import java.util.Comparator;
import java.util.List;

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

    /// The same with other criteria; it is asked by the lowest level that asks one of them.
    ///
    /// @param ranks ids of the levels, lowest first
    Requirement with(List<Criterion> other, List<String> ranks) {
        String lowest =
                other.stream()
                        .map(Criterion::level)
                        .min(Comparator.comparingInt(ranks::indexOf))
                        .orElse(level);
        return new Requirement(id, category, lowest, title, status, confidence, other);
    }

    /// The same in the words of the official sheet.
    Requirement worded(OfficialWording wording) {
        return new Requirement(
                id,
                category,
                level,
                wording.text(this),
                status,
                confidence,
                criteria.stream().map(each -> each.worded(wording.text(each))).toList());
    }
}
