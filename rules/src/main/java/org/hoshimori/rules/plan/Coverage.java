package org.hoshimori.rules.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Measure;

/// Which goals each measure completes.
final class Coverage {
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, SortedSet<Goal>> completes = new HashMap<>();

    Coverage(List<Measure> permitted, Map<String, Edition> editions, Set<Goal> goals) {
        Map<String, Measure> all = new LinkedHashMap<>();
        permitted.forEach(measure -> all.put(measure.id(), measure));
        for (Measure measure : permitted) {
            if (whole(measure, all, new HashSet<>())) {
                measures.put(measure.id(), measure);
                SortedSet<Goal> found = new TreeSet<>();
                measure.helps().forEach(help -> found.addAll(goals(help, editions)));
                found.retainAll(goals);
                completes.put(measure.id(), found);
            }
        }
    }

    /// Whether everything it needs is permitted too, and nothing needs itself.
    private static boolean whole(Measure measure, Map<String, Measure> all, Set<String> path) {
        if (!path.add(measure.id())) {
            return false;
        }
        for (String need : measure.needs()) {
            Measure needed = all.get(need);
            if (needed == null || !whole(needed, all, path)) {
                return false;
            }
        }
        path.remove(measure.id());
        return true;
    }

    /// `scs:4-1-3` names every criterion of the requirement, `scs:4-1-3-2` one.
    static List<Goal> goals(String help, Map<String, Edition> editions) {
        String[] parts = help.split(":", 2);
        Edition edition = parts.length < 2 ? null : editions.get(parts[0]);
        if (edition == null) {
            return List.of();
        }
        Optional<Criterion> one = edition.meant(parts[1]).flatMap(edition::criterion);
        if (one.isPresent()) {
            return List.of(new Goal(parts[0], one.get().id()));
        }
        List<Goal> goals = new ArrayList<>();
        edition.requirement(parts[1])
                .ifPresent(requirement ->
                        requirement.criteria().forEach(c -> goals.add(new Goal(parts[0], c.id()))));
        return goals;
    }

    List<Measure> measures() {
        return List.copyOf(measures.values());
    }

    Measure measure(String id) {
        return Objects.requireNonNull(measures.get(id));
    }

    SortedSet<Goal> completes(Measure measure) {
        return completes.getOrDefault(measure.id(), new TreeSet<>());
    }

    /// Goals that the very same measures complete are one to the solver: how many, by the measures.
    Map<SortedSet<String>, Integer> bundles() {
        Map<Goal, SortedSet<String>> by = new TreeMap<>();
        completes.forEach((measure, goals) ->
                goals.forEach(goal -> by.computeIfAbsent(goal, _ -> new TreeSet<>()).add(measure)));
        Map<SortedSet<String>, Integer> bundles = new LinkedHashMap<>();
        by.values().forEach(measures -> bundles.merge(measures, 1, Integer::sum));
        return bundles;
    }

    SortedSet<Goal> reachable() {
        SortedSet<Goal> all = new TreeSet<>();
        completes.values().forEach(all::addAll);
        return all;
    }
}
