package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Evaluates one set of answers against one edition: finds, rules on every level, counts, explains.
/// Criteria go by their numbers ([Index]).
final class Judge {
    private static final int OUTCOMES = Outcome.values().length;

    private final Edition edition;
    private final Index index;
    private final Answers answers;
    private final Map<String, BigDecimal> settings;
    private final Findings findings;
    private final @Nullable Ruling[] rulings;

    Judge(Edition edition, Answers answers, Map<String, BigDecimal> settings) {
        this.edition = edition;
        this.index = edition.index();
        this.answers = answers;
        this.settings = settings;
        this.findings = new Findings(edition, answers);
        this.rulings = new Ruling[edition.asked().size()];
    }

    Edition edition() {
        return edition;
    }

    /// What each level asks, lowest first.
    List<Asked> levels() {
        return edition.asked();
    }

    Criterion criterion(int number) {
        return index.criterion(number);
    }

    Weighing weighing(int number) {
        return index.criterion(number).weighing();
    }

    Outcome outcome(int number) {
        return findings.outcome(number);
    }

    @Nullable Answer answer(int number) {
        return findings.answer(number);
    }

    Missing missing(int number) {
        return missing(number, 1, null);
    }

    Missing missing(int number, int weight, @Nullable Boolean deferrable) {
        Outcome outcome = outcome(number);
        Text completes =
                outcome == Outcome.NOT_APPLICABLE_WITHOUT_REASON
                        ? Missing.REASON
                        : index.completes(number);
        return new Missing(criterion(number), outcome, completes, weight, deferrable);
    }

    /// What the operator set, or what the file says.
    BigDecimal setting(String id) {
        BigDecimal chosen = settings.get(id);
        return chosen != null ? chosen : edition.setting(id).orElseThrow().value();
    }

    Ruling ruling(Asked asked) {
        Ruling known = rulings[asked.rank()];
        if (known == null) {
            known = asked.ruler().rule(this, asked);
            rulings[asked.rank()] = known;
        }
        return known;
    }

    Evaluation evaluate(String level) {
        Asked asked = edition.asked(level);
        return new Evaluation(
                edition,
                level,
                ruling(asked),
                reached(),
                counts(asked.criteria()),
                asked.ruler().missing(this, asked),
                groups(asked),
                findings.ignored(),
                answers,
                settings);
    }

    private String reached() {
        String highest = edition.none();
        for (Asked each : levels()) {
            if (each.level().variantOf() == null && ruling(each).open()) {
                highest = each.level().id();
            }
        }
        return highest;
    }

    private Evaluation.Counts counts(int[] criteria) {
        var by = new int[OUTCOMES];
        for (int criterion : criteria) {
            by[outcome(criterion).ordinal()]++;
        }
        int withoutReason = by[Outcome.NOT_APPLICABLE_WITHOUT_REASON.ordinal()];
        int unknown = by[Outcome.UNKNOWN.ordinal()];
        return new Evaluation.Counts(
                criteria.length,
                by[Outcome.MET.ordinal()],
                by[Outcome.NOT_MET.ordinal()],
                by[Outcome.PARTIAL.ordinal()],
                by[Outcome.NOT_APPLICABLE.ordinal()] + withoutReason,
                by[Outcome.UNANSWERED.ordinal()] + unknown,
                unknown,
                withoutReason);
    }

    private Map<String, Evaluation.Group> groups(Asked asked) {
        Map<String, Evaluation.Group> groups = new LinkedHashMap<>();
        asked.groups()
                .forEach((group, criteria) -> {
                    int met = 0;
                    int notApplicable = 0;
                    for (int criterion : criteria) {
                        Outcome outcome = outcome(criterion);
                        met += outcome == Outcome.MET ? 1 : 0;
                        notApplicable += outcome == Outcome.NOT_APPLICABLE ? 1 : 0;
                    }
                    groups.put(
                            group,
                            new Evaluation.Group(
                                    met,
                                    notApplicable,
                                    criteria.length,
                                    asked.ruler().standing(this, asked, group)));
                });
        return groups;
    }

    /// Those asked that `open` says are missing, in catalogue order.
    List<Missing> missing(Asked asked, IntPredicate open) {
        List<Missing> missing = new ArrayList<>();
        for (int criterion : asked.criteria()) {
            if (open.test(criterion)) {
                missing.add(missing(criterion));
            }
        }
        return missing;
    }
}
