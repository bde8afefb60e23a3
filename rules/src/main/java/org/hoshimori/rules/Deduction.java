package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Weights are taken from the maximum (32 CFR 170.24); what is left may be conditional (170.21).
record Deduction(LevelRule.WeightedDeduction rule) implements Ruler {
    @Override
    public Ruling rule(Judge judge, Level level) {
        int lost = 0;
        int most = 0;
        int open = 0;
        boolean deferrable = true;
        boolean scored = true;
        for (Criterion criterion : judge.asked(level)) {
            Outcome outcome = judge.outcome(criterion);
            most += criterion.weighing().weight();
            if (criterion.weighing().has(Trait.PREREQUISITE)) {
                scored &= outcome == Outcome.MET;
            }
            if (!outcome.passes()) {
                open++;
                lost += weight(criterion, outcome);
                deferrable &= deferrable(criterion, outcome);
            }
        }
        List<Text> steps = new ArrayList<>();
        int score = rule.maximum() - lost;
        BigDecimal min = BigDecimal.valueOf(rule.maximum() - most);
        BigDecimal max = BigDecimal.valueOf(rule.maximum());
        if (!scored) {
            steps.add(
                    new Text(
                            "前提となる文書がないため、採点できません。",
                            "The document that everything rests on is missing: nothing can be scored."));
            return new Ruling(false, "no-score", new Ruling.Score(null, min, max), null, steps);
        }
        steps.add(
                new Text(
                        "%d − %d = %d点。".formatted(rule.maximum(), lost, score),
                        "%d − %d = %d points.".formatted(rule.maximum(), lost, score)));
        boolean before = before(judge, steps);
        String status =
                before && open == 0
                        ? "final"
                        : before && deferrable && enough(score, steps) ? "conditional" : "none";
        if (open > 0 && !deferrable) {
            steps.add(
                    new Text(
                            "後回しにできない項目が残っています。",
                            "Something that may not be left for a plan of action is open."));
        }
        return new Ruling(
                status.equals("final"),
                status,
                new Ruling.Score(BigDecimal.valueOf(score), min, max),
                null,
                steps);
    }

    private boolean before(Judge judge, List<Text> steps) {
        String prerequisite = rule.prerequisite();
        if (prerequisite == null
                || judge.ruling(judge.edition().level(prerequisite).orElseThrow()).open()) {
            return true;
        }
        steps.add(
                new Text(
                        "先に段階%sが確定 (final) していなければなりません。".formatted(prerequisite),
                        "Level %s must be final before.".formatted(prerequisite)));
        return false;
    }

    private boolean enough(int score, List<Text> steps) {
        LevelRule.WeightedDeduction.Conditional conditional = rule.conditional();
        if (conditional == null) {
            return false;
        }
        boolean enough =
                BigDecimal.valueOf(score)
                                .compareTo(
                                        conditional
                                                .share()
                                                .multiply(BigDecimal.valueOf(rule.maximum())))
                        >= 0;
        steps.add(
                new Text(
                        "最大%d点の%s%%に%s。条件付きの場合、%d日以内にすべてを満たす必要があります。"
                                .formatted(
                                        rule.maximum(),
                                        percent(conditional.share()),
                                        enough ? "達しています" : "達していません",
                                        conditional.days()),
                        "%s %s %% of %d. A conditional status needs everything closed within %d days."
                                .formatted(
                                        enough ? "At least" : "Below",
                                        percent(conditional.share()),
                                        rule.maximum(),
                                        conditional.days())));
        return enough;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    @Override
    public List<Missing> missing(Judge judge, Level level) {
        List<Missing> missing = new ArrayList<>();
        if (rule.prerequisite() != null) {
            Level before = judge.edition().level(rule.prerequisite()).orElseThrow();
            missing.addAll(judge.edition().ruler(before).missing(judge, before));
        }
        for (Criterion criterion : judge.asked(level)) {
            Outcome outcome = judge.outcome(criterion);
            if (!outcome.passes()) {
                missing.add(
                        judge.missing(criterion)
                                .weighing(
                                        weight(criterion, outcome),
                                        rule.conditional() == null
                                                ? null
                                                : deferrable(criterion, outcome)));
            }
        }
        return missing;
    }

    private static int weight(Criterion criterion, Outcome outcome) {
        Integer partial = criterion.weighing().partial();
        return outcome == Outcome.PARTIAL && partial != null
                ? partial
                : criterion.weighing().weight();
    }

    private boolean deferrable(Criterion criterion, Outcome outcome) {
        LevelRule.WeightedDeduction.Conditional conditional = rule.conditional();
        Weighing weighing = criterion.weighing();
        return conditional != null
                && !weighing.has(Trait.NEVER_DEFERRED)
                && (weight(criterion, outcome) <= conditional.most()
                        || outcome == Outcome.PARTIAL
                                && weighing.has(Trait.DEFERRABLE_WHEN_PARTIAL));
    }
}
