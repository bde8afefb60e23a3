package org.hoshimori.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Evaluates answers by gates: one criterion that does not pass closes its level, and no other can
/// make up for it.
final class Gates {
    private final Edition edition;
    private final Answers answers;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    Gates(Edition edition, Answers answers) {
        this.edition = edition;
        this.answers = answers;
        for (Criterion criterion : edition.criteria()) {
            outcomes.put(criterion.id(), Outcome.of(answers.byCriterion().get(criterion.id())));
        }
    }

    Evaluation evaluate(String asked) {
        List<Criterion> criteria = edition.criteriaOf(asked);
        List<Missing> missing = new ArrayList<>();
        for (Criterion criterion : criteria) {
            Outcome outcome = outcome(criterion);
            if (!outcome.passes()) {
                missing.add(Missing.of(criterion, outcome));
            }
        }
        return new Evaluation(
                edition,
                asked,
                open(asked),
                reached(),
                counts(criteria),
                missing,
                groups(asked),
                ignored(),
                inputs(asked));
    }

    private Outcome outcome(Criterion criterion) {
        return Objects.requireNonNull(outcomes.get(criterion.id()));
    }

    private boolean open(String level) {
        LevelRule rule = edition.level(level).orElseThrow().rule();
        return switch (rule) {
            case LevelRule.AllMet _ ->
                    edition.criteriaOf(level).stream().allMatch(c -> outcome(c).passes());
        };
    }

    private String reached() {
        String highest = Evaluation.NONE;
        for (Level level : edition.levels()) {
            if (open(level.id())) {
                highest = level.id();
            }
        }
        return highest;
    }

    private Evaluation.Counts counts(List<Criterion> criteria) {
        Map<Outcome, Integer> by = new EnumMap<>(Outcome.class);
        criteria.forEach(criterion -> by.merge(outcome(criterion), 1, Integer::sum));
        int withoutReason = by.getOrDefault(Outcome.NOT_APPLICABLE_WITHOUT_REASON, 0);
        int unknown = by.getOrDefault(Outcome.UNKNOWN, 0);
        return new Evaluation.Counts(
                criteria.size(),
                by.getOrDefault(Outcome.MET, 0),
                by.getOrDefault(Outcome.NOT_MET, 0),
                by.getOrDefault(Outcome.PARTIAL, 0),
                by.getOrDefault(Outcome.NOT_APPLICABLE, 0) + withoutReason,
                by.getOrDefault(Outcome.UNANSWERED, 0) + unknown,
                unknown,
                withoutReason);
    }

    private Map<String, Evaluation.Group> groups(String asked) {
        Map<String, List<Outcome>> byCategory = new LinkedHashMap<>();
        edition.categories().forEach(c -> byCategory.put(c.id(), new ArrayList<>()));
        for (Criterion criterion : edition.criteriaOf(asked)) {
            Requirement requirement = edition.requirement(criterion.requirement()).orElseThrow();
            Objects.requireNonNull(byCategory.get(requirement.category())).add(outcome(criterion));
        }
        Map<String, Evaluation.Group> groups = new LinkedHashMap<>();
        byCategory.forEach((category, all) -> {
            if (!all.isEmpty()) {
                groups.put(
                        category,
                        new Evaluation.Group(
                                Collections.frequency(all, Outcome.MET),
                                Collections.frequency(all, Outcome.NOT_APPLICABLE),
                                all.size()));
            }
        });
        return groups;
    }

    private List<String> ignored() {
        return answers.byCriterion().keySet().stream()
                .filter(id -> !outcomes.containsKey(id))
                .toList();
    }

    private String inputs(String asked) {
        Json json = new Json();
        json.object().put("asked", asked).key("answers").array();
        answers.byCriterion()
                .forEach((id, answer) ->
                        json.object()
                                .put("id", id)
                                .put("answer", answer.value().code())
                                .put("detail", answer.detail())
                                .end());
        String canonical = json.end().end().toString();
        return "sha256:" + Digests.sha256(canonical.getBytes(StandardCharsets.UTF_8));
    }
}
