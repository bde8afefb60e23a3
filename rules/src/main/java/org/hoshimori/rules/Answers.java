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

    /// Those to what `level` asks, parts included.
    ///
    /// @throws IllegalArgumentException when the edition has no such level
    public Answers of(Edition edition, String level) {
        TreeMap<String, Answer> asked = new TreeMap<>();
        for (Criterion criterion : edition.criteriaOf(level)) {
            to(criterion.id()).ifPresent(answer -> asked.put(criterion.id(), answer));
            for (Criterion.Part part : criterion.parts()) {
                String id = criterion.part(part);
                to(id).ifPresent(answer -> asked.put(id, answer));
            }
        }
        return new Answers(asked);
    }
}
