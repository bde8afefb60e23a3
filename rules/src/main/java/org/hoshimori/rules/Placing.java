package org.hoshimori.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which level asks a criterion and which requirement it belongs to, as the publisher's own sheet
/// tells where the public does not know.
///
/// @param levels levels by criterion id
/// @param requirements requirement ids by criterion id
public record Placing(SortedMap<String, String> levels, SortedMap<String, String> requirements) {
    public static final Placing NONE = new Placing(new TreeMap<>(), new TreeMap<>());

    public Placing {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
    }

    public boolean isEmpty() {
        return levels.isEmpty() && requirements.isEmpty();
    }

    /// This, and where `more` says otherwise what that says.
    public Placing and(Placing more) {
        return new Placing(joined(levels, more.levels), joined(requirements, more.requirements));
    }

    private static SortedMap<String, String> joined(
            Map<String, String> one, Map<String, String> other) {
        SortedMap<String, String> joined = new TreeMap<>(one);
        joined.putAll(other);
        return joined;
    }

    /// What stands behind the name of a rule to name this placing: nothing when it is empty.
    String suffix() {
        return isEmpty()
                ? ""
                : ";placed@sha256:"
                        + Digests.sha256((levels.toString() + requirements).getBytes(UTF_8));
    }
}
