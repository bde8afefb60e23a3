package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Weights are taken from the maximum (32 CFR 170.24); what is left may be conditional (170.21).
record Deduction(LevelRule.WeightedDeduction rule) implements Ruler {
    @Override
    public Ruling rule(Judge judge, Asked asked) {
        int lost = 0;
        int most = 0;
        int open = 0;
        boolean deferrable = true;
        boolean scored = true;
        for (int criterion : asked.criteria()) {
            Outcome outcome = judge.outcome(criterion);
            Weighing weighing = judge.weighing(criterion);
            most += weighing.weight();
            if (weighing.has(Trait.PREREQUISITE)) {
                scored &= outcome == Outcome.MET;
            }
            if (!outcome.passes()) {
                open++;
                lost += weighing.lost(outcome);
                deferrable &= rule.deferrable(weighing, outcome);
            }
        }
        List<Text> steps = new ArrayList<>();
        int score = rule.maximum() - lost;
        BigDecimal min = BigDecimal.valueOf(rule.maximum() - most);
        BigDecimal max = BigDecimal.valueOf(rule.maximum());
        if (!scored) {
            steps.add(UNSCORED);
            return new Ruling(false, "no-score", new Ruling.Score(null, min, max), null, steps);
        }
        steps.add(
                new Text(
                        rule.maximum() + " − " + lost + " = " + score + "点。",
                        rule.maximum() + " − " + lost + " = " + score + " points."));
        boolean before = before(judge, steps);
        String status =
                before && open == 0
                        ? "final"
                        : before && deferrable && enough(score, steps) ? "conditional" : "none";
        if (open > 0 && !deferrable) {
            steps.add(UNDEFERRABLE);
        }
        return new Ruling(
                status.equals("final"),
                status,
                new Ruling.Score(BigDecimal.valueOf(score), min, max),
                null,
                steps);
    }

    private static final Text UNSCORED =
            new Text(
                    "前提となる文書がないため、採点できません。",
                    "The document that everything rests on is missing: nothing can be scored.");
    private static final Text UNDEFERRABLE =
            new Text(
                    "後回しにできない項目が残っています。",
                    "Something that may not be left for a plan of action is open.");

    private boolean before(Judge judge, List<Text> steps) {
        String prerequisite = rule.prerequisite();
        if (prerequisite == null || judge.ruling(judge.edition().asked(prerequisite)).open()) {
            return true;
        }
        steps.add(
                new Text(
                        "先に段階" + prerequisite + "が確定 (final) していなければなりません。",
                        "Level " + prerequisite + " must be final before."));
        return false;
    }

    private boolean enough(int score, List<Text> steps) {
        LevelRule.WeightedDeduction.Conditional conditional = rule.conditional();
        if (conditional == null) {
            return false;
        }
        boolean enough = score >= conditional.least(rule.maximum());
        String percent = percent(conditional.share());
        steps.add(
                new Text(
                        "最大"
                                + rule.maximum()
                                + "点の"
                                + percent
                                + "%に"
                                + (enough ? "達しています" : "達していません")
                                + "。条件付きの場合、"
                                + conditional.days()
                                + "日以内にすべてを満たす必要があります。",
                        (enough ? "At least " : "Below ")
                                + percent
                                + " % of "
                                + rule.maximum()
                                + ". A conditional status needs everything closed within "
                                + conditional.days()
                                + " days."));
        return enough;
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    @Override
    public List<Missing> missing(Judge judge, Asked asked) {
        List<Missing> missing = new ArrayList<>();
        if (rule.prerequisite() != null) {
            Asked before = judge.edition().asked(rule.prerequisite());
            missing.addAll(before.ruler().missing(judge, before));
        }
        for (int criterion : asked.criteria()) {
            Outcome outcome = judge.outcome(criterion);
            if (!outcome.passes()) {
                Weighing weighing = judge.weighing(criterion);
                missing.add(
                        judge.missing(
                                criterion,
                                weighing.lost(outcome),
                                rule.conditional() == null
                                        ? null
                                        : rule.deferrable(weighing, outcome)));
            }
        }
        return missing;
    }
}
