package org.hoshimori.rules;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All answers of one assessment by criterion id. Two sets with the same answers are equal,
/// whatever order they were given in.
public record Answers(SortedMap<String, Answer> byCriterion) {
    public Answers {
        byCriterion = Collections.unmodifiableSortedMap(new TreeMap<>(byCriterion));
    }

    public static Answers of(Map<String, Answer> byCriterion) {
        return new Answers(new TreeMap<>(byCriterion));
    }

    /// The same answers with `criterion` answered anew.
    public Answers with(String criterion, Answer answer) {
        TreeMap<String, Answer> changed = new TreeMap<>(byCriterion);
        changed.put(criterion, answer);
        return new Answers(changed);
    }

    public Optional<Answer> to(String criterion) {
        return Optional.ofNullable(byCriterion.get(criterion));
    }
}
