package org.hoshimori.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Means of means with floors, computed as the CyberFundamentals workbook says: documentation and
/// implementation apart, up to the category, then the mean of both.
record MeanOfMeans(LevelRule.Averages rule) implements Ruler {
    /// Digits of a mean: as many as a machine word holds. The largest error, 10⁻¹⁴, is far below
    /// what decides.
    private static final MathContext DIGITS = new MathContext(16);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// Digits that decide; beyond them only the rounding of thirds speaks.
    private static final int DECIDING = 9;

    /// A criterion that does not apply counts as 3 and 3 in the means.
    private static final Numbers.Pair NOT_APPLICABLE = new Numbers.Pair(3, 3);

    @Override
    public Ruling rule(Judge judge, Asked asked) {
        List<Text> steps = new ArrayList<>();
        Map<String, BigDecimal> categories = categories(judge, asked);
        BigDecimal total =
                mean(List.copyOf(categories.values())).setScale(DECIDING, RoundingMode.HALF_EVEN);
        boolean open = floor(total, rule.total(), "合計", "total", steps);
        BigDecimal categoryFloor = rule.category();
        if (categoryFloor != null) {
            for (Map.Entry<String, BigDecimal> category : categories.entrySet()) {
                open &=
                        floor(
                                category.getValue(),
                                categoryFloor,
                                category.getKey(),
                                category.getKey(),
                                steps);
            }
        }
        for (int criterion : asked.criteria()) {
            open &= key(judge, criterion, steps);
        }
        return new Ruling(
                open,
                open ? "met" : "not-met",
                new Ruling.Score(
                        total.setScale(4, RoundingMode.DOWN),
                        BigDecimal.ONE,
                        BigDecimal.valueOf(5)),
                null,
                steps);
    }

    private boolean key(Judge judge, int criterion, List<Text> steps) {
        if (!judge.weighing(criterion).has(Trait.KEY)
                || judge.outcome(criterion) == Outcome.NOT_APPLICABLE) {
            return true;
        }
        String id = judge.criterion(criterion).id();
        BigDecimal mean = both(judge, criterion).divide(BigDecimal.TWO);
        return floor(mean, rule.key(), id, id, steps);
    }

    /// Twice the mean of a criterion.
    private static BigDecimal both(Judge judge, int criterion) {
        Numbers.Pair pair = pair(judge, criterion);
        return BigDecimal.valueOf(pair.documentation() + pair.implementation());
    }

    private static boolean floor(
            BigDecimal value, BigDecimal floor, String ja, String en, List<Text> steps) {
        BigDecimal rounded = value.setScale(DECIDING, RoundingMode.HALF_EVEN);
        boolean reached = rounded.compareTo(floor) >= 0;
        if (!reached) {
            String shown = rounded.setScale(4, RoundingMode.DOWN).toPlainString();
            steps.add(
                    new Text(
                            ja + ": " + shown + " (" + floor + "以上が必要)",
                            en + ": " + shown + ", at least " + floor + " needed"));
        }
        return reached;
    }

    private static Map<String, BigDecimal> categories(Judge judge, Asked asked) {
        Map<String, BigDecimal> means = new LinkedHashMap<>();
        asked.groups().forEach((id, criteria) -> means.put(id, category(judge, criteria)));
        return means;
    }

    /// The criteria of a requirement stand beside each other.
    private static BigDecimal category(Judge judge, int[] criteria) {
        boolean asWorkbook = judge.setting("match_workbook").signum() > 0;
        var documentation = new MeanOfGroups();
        var implementation = new MeanOfGroups();
        for (int from = 0, to; from < criteria.length; from = to) {
            Criterion first = judge.criterion(criteria[from]);
            int documented = 0;
            int implemented = 0;
            for (to = from; to < criteria.length; to++) {
                if (!judge.criterion(criteria[to]).requirement().equals(first.requirement())) {
                    break;
                }
                Numbers.Pair pair = pair(judge, criteria[to]);
                documented += pair.documentation();
                implemented += pair.implementation();
            }
            documentation.add(documented, to - from);
            if (!asWorkbook || !first.weighing().has(Trait.WORKBOOK_SLIP)) {
                implementation.add(implemented, to - from);
            }
        }
        return documentation.mean(DIGITS).add(implementation.mean(DIGITS)).multiply(HALF);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum.divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    /// What was said; a common word stands for the maturity that its text describes.
    private static Numbers.Pair pair(Judge judge, int criterion) {
        Answer answer = judge.answer(criterion);
        if (answer == null) {
            return new Numbers.Pair(1, 1);
        }
        Optional<Numbers.Pair> said = Numbers.pair(answer.word());
        return said.orElseGet(() ->
                switch (answer.value()) {
                    case MET, NOT_APPLICABLE -> NOT_APPLICABLE;
                    case PARTIAL -> new Numbers.Pair(2, 2);
                    case NOT_MET, UNKNOWN -> new Numbers.Pair(1, 1);
                });
    }

    @Override
    public String standing(Judge judge, Asked asked, String group) {
        return category(judge, asked.group(group))
                .setScale(DECIDING, RoundingMode.HALF_EVEN)
                .setScale(4, RoundingMode.DOWN)
                .toPlainString();
    }

    /// Key measures below their floor, and what stays below the total's.
    @Override
    public List<Missing> missing(Judge judge, Asked asked) {
        // Twice the mean against twice the floor: nothing to divide.
        BigDecimal key = rule.key().multiply(BigDecimal.TWO);
        BigDecimal total = rule.total().multiply(BigDecimal.TWO);
        return judge.missing(
                asked,
                criterion ->
                        judge.outcome(criterion) != Outcome.NOT_APPLICABLE
                                && both(judge, criterion)
                                                .compareTo(
                                                        judge.weighing(criterion).has(Trait.KEY)
                                                                ? key
                                                                : total)
                                        < 0);
    }
}
