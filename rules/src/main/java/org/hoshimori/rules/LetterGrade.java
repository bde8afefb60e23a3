package org.hoshimori.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// The share of the most possible points earns a letter.
record LetterGrade(LevelRule.Letter rule) implements Ruler {
    @Override
    public Ruling rule(Judge judge, Asked asked) {
        BigDecimal score = BigDecimal.ZERO;
        BigDecimal max = BigDecimal.ZERO;
        for (int criterion : asked.criteria()) {
            score = score.add(points(judge, criterion));
            max = max.add(BigDecimal.valueOf(judge.weighing(criterion).weight()));
        }
        BigDecimal least = judge.setting(rule.setting());
        boolean open = score.movePointRight(2).compareTo(least.multiply(max)) >= 0;
        BigDecimal percent =
                score.movePointRight(2)
                        .divide(max, MathContext.DECIMAL64)
                        .setScale(1, RoundingMode.DOWN);
        return new Ruling(
                open,
                "illustrative",
                new Ruling.Score(score, BigDecimal.ZERO, max),
                null,
                List.of(
                        new Text(
                                "%s / %s点 = %s%%。%s には%s%%以上 (公表された境界はなく、設定 %s による例)。"
                                        .formatted(
                                                score,
                                                max,
                                                percent,
                                                asked.level().id(),
                                                least,
                                                rule.setting()),
                                "%s of %s points = %s %%; %s needs %s %% (no cut-off was published: the setting %s is an example)."
                                        .formatted(
                                                score,
                                                max,
                                                percent,
                                                asked.level().id(),
                                                least,
                                                rule.setting()))));
    }

    private static BigDecimal points(Judge judge, int criterion) {
        BigDecimal most = BigDecimal.valueOf(judge.weighing(criterion).weight());
        Answer answer = judge.answer(criterion);
        if (answer == null) {
            return BigDecimal.ZERO;
        }
        return Numbers.points(answer.word())
                .orElseGet(() ->
                        switch (answer.value()) {
                            case MET, NOT_APPLICABLE -> most;
                            case PARTIAL -> most.divide(BigDecimal.TWO);
                            case NOT_MET, UNKNOWN -> BigDecimal.ZERO;
                        });
    }
}
