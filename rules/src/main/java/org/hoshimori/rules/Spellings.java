package org.hoshimori.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ids of an edition's criteria, parts and requirements, and every way of writing them.
final class Spellings {
    private final Map<String, String> byTyped = new HashMap<>();
    private final Set<String> answerable = new LinkedHashSet<>();

    Spellings(List<Requirement> requirements, boolean partsAnswerable) {
        List<Criterion> criteria =
                requirements.stream().flatMap(each -> each.criteria().stream()).toList();
        criteria.forEach(criterion -> answerable.add(criterion.id()));
        requirements.forEach(requirement -> spell(requirement.id(), requirement.id()));
        criteria.forEach(criterion -> spell(criterion, partsAnswerable));
    }

    private void spell(Criterion criterion, boolean partsAnswerable) {
        List<String> aliases = criterion.links().aliases();
        spell(criterion.id(), criterion.id());
        aliases.forEach(alias -> spell(alias, criterion.id()));
        if (partsAnswerable) {
            for (Criterion.Part part : criterion.parts()) {
                String id = criterion.part(part);
                answerable.add(id);
                spell(id, id);
                aliases.forEach(alias -> spell(alias + "[" + part.id() + "]", id));
            }
        }
    }

    private void spell(String typed, String id) {
        byTyped.putIfAbsent(typed.toLowerCase(Locale.ROOT), id);
    }

    /// The id that somebody means who writes `typed`, in any case of letters.
    Optional<String> meant(String typed) {
        return Optional.ofNullable(byTyped.get(typed.toLowerCase(Locale.ROOT)));
    }

    /// Whether `id` may be answered alone.
    boolean answerable(String id) {
        return answerable.contains(id);
    }

    /// Criteria, then parts, each in catalogue order.
    List<String> answerable() {
        return new ArrayList<>(answerable);
    }
}
