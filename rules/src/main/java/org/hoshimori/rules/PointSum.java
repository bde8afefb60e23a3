package org.hoshimori.rules;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Points are added up over the whole edition and looked up in bands; what counts for the level is
/// only that everything was answered.
record PointSum(LevelRule.Sum rule) implements Ruler {
    @Override
    public Ruling rule(Judge judge, Asked asked) {
        BigDecimal score = BigDecimal.ZERO;
        BigDecimal min = BigDecimal.ZERO;
        BigDecimal max = BigDecimal.ZERO;
        BigDecimal least = points(judge, Comparator.naturalOrder());
        BigDecimal most = points(judge, Comparator.reverseOrder());
        for (int criterion = 0; criterion < judge.edition().criteria().size(); criterion++) {
            if (!judge.weighing(criterion).has(Trait.MUST)) {
                score = score.add(points(judge, criterion));
                min = min.add(least);
                max = max.add(most);
            }
        }
        boolean open = true;
        for (int criterion : asked.criteria()) {
            open &= accepted(judge, criterion);
        }
        Band band = band(score);
        return new Ruling(
                open,
                open ? "declared" : "incomplete",
                new Ruling.Score(score, min, max),
                band,
                List.of(
                        new Text(
                                "%s点 (最大%s点): %s 点数は宣言の条件ではありません。"
                                        .formatted(score, max, band.title().ja()),
                                "%s of %s points: %s The points decide nothing."
                                        .formatted(score, max, band.title().en()))));
    }

    private Band band(BigDecimal score) {
        Band found = rule.bands().getLast();
        for (Band band : rule.bands().reversed()) {
            if (score.compareTo(band.atLeast()) >= 0) {
                found = band;
            }
        }
        return found;
    }

    private static BigDecimal points(Judge judge, Comparator<BigDecimal> first) {
        return judge.edition().manner().words().stream()
                .flatMap(word -> Optional.ofNullable(word.points()).stream())
                .min(first)
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal points(Judge judge, int criterion) {
        Outcome outcome = judge.outcome(criterion);
        if (outcome == Outcome.UNANSWERED) {
            return BigDecimal.ZERO;
        }
        Answer answer = judge.answer(criterion);
        if (answer == null || answer.value() == AnswerValue.NOT_APPLICABLE) {
            return judge.setting("not_used_points");
        }
        return judge.edition().manner().words().stream()
                .filter(word -> word.means() == answer.value())
                .flatMap(word -> Optional.ofNullable(word.points()).stream())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private boolean accepted(Judge judge, int criterion) {
        Answer answer = judge.answer(criterion);
        return answer != null
                && (judge.weighing(criterion).has(Trait.MUST)
                        ? answer.value() == AnswerValue.MET
                        : rule.accepts().contains(answer.value()));
    }

    @Override
    public List<Missing> missing(Judge judge, Asked asked) {
        return judge.missing(asked, criterion -> !accepted(judge, criterion));
    }
}
