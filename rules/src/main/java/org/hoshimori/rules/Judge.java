package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Evaluates one set of answers against one edition: finds, rules on every level, counts, explains.
final class Judge {
    private final Edition edition;
    private final Answers answers;
    private final Map<String, BigDecimal> settings;
    private final Findings findings;
    private final Map<String, Ruling> rulings = new HashMap<>();

    Judge(Edition edition, Answers answers, Map<String, BigDecimal> settings) {
        this.edition = edition;
        this.answers = answers;
        this.settings = settings;
        this.findings = new Findings(edition, answers);
    }

    Edition edition() {
        return edition;
    }

    Findings findings() {
        return findings;
    }

    Outcome outcome(Criterion criterion) {
        return findings.outcome(criterion);
    }

    Missing missing(Criterion criterion) {
        return Missing.of(criterion, outcome(criterion), edition.manner().partsAnswerable());
    }

    List<Criterion> asked(Level level) {
        return edition.criteriaOf(level.id());
    }

    /// What the operator set, or what the file says.
    BigDecimal setting(String id) {
        BigDecimal chosen = settings.get(id);
        return chosen != null ? chosen : edition.setting(id).orElseThrow().value();
    }

    Ruling ruling(Level level) {
        Ruling known = rulings.get(level.id());
        if (known == null) {
            known = edition.ruler(level).rule(this, level);
            rulings.put(level.id(), known);
        }
        return known;
    }

    Evaluation evaluate(String asked) {
        Level level =
                edition.level(asked)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        edition.rule() + " has no level " + asked));
        return new Evaluation(
                edition,
                asked,
                ruling(level),
                reached(),
                counts(asked(level)),
                edition.ruler(level).missing(this, level),
                groups(level),
                ignored(),
                answers,
                settings);
    }

    private String reached() {
        String highest = edition.none();
        for (Level level : edition.levels()) {
            if (level.variantOf() == null && ruling(level).open()) {
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

    private Map<String, Evaluation.Group> groups(Level level) {
        Map<String, Evaluation.Group> groups = new LinkedHashMap<>();
        Ruler ruler = edition.ruler(level);
        Ruler.grouped(this, level)
                .forEach((group, criteria) -> {
                    int met = 0;
                    int notApplicable = 0;
                    for (Criterion criterion : criteria) {
                        Outcome outcome = outcome(criterion);
                        met += outcome == Outcome.MET ? 1 : 0;
                        notApplicable += outcome == Outcome.NOT_APPLICABLE ? 1 : 0;
                    }
                    groups.put(
                            group,
                            new Evaluation.Group(
                                    met,
                                    notApplicable,
                                    criteria.size(),
                                    ruler.standing(this, level, group)));
                });
        return groups;
    }

    private List<String> ignored() {
        List<String> ignored = new ArrayList<>();
        for (String id : answers.byCriterion().keySet()) {
            if (!edition.answerable(Objects.requireNonNull(id))) {
                ignored.add(id);
            }
        }
        return ignored;
    }
}
