package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// One version of the rules.
///
/// @param digest SHA-256 of the file, in hex
/// @param categories most points each can cost; together 100
/// @param severities share of its category in percent
/// @param grades lowest score of each, best first
public record Rulebook(
        String id,
        long version,
        String digest,
        SortedMap<Category, Integer> categories,
        SortedMap<Severity, Integer> severities,
        Map<String, Integer> grades,
        List<Cap> caps,
        List<Rule> rules) {

    public Rulebook {
        caps = List.copyOf(caps);
        rules = List.copyOf(rules);
    }

    /// `hoshimori-outside/1@sha256:…`.
    public String name() {
        return id + "/" + version + "@sha256:" + digest;
    }

    int weight(Rule rule) {
        return severities.getOrDefault(rule.severity(), 0);
    }

    public int points(Category category) {
        return categories.getOrDefault(category, 0);
    }

    public Optional<Rule> rule(String wanted) {
        return rules.stream().filter(rule -> rule.id().equals(wanted)).findFirst();
    }
}
