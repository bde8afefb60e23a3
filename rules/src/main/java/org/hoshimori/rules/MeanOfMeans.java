package org.hoshimori.rules;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Means of means with floors, computed as the CyberFundamentals workbook says: documentation and
/// implementation apart, up to the category, then the mean of both.
record MeanOfMeans(LevelRule.Averages rule) implements Ruler {
    private static final MathContext EXACT = new MathContext(30);

    /// Digits that decide; beyond them only the rounding of thirds speaks.
    private static final int DECIDING = 9;

    /// A criterion that does not apply counts as 3 and 3 in the means.
    private static final Numbers.Pair NOT_APPLICABLE = new Numbers.Pair(3, 3);

    @Override
    public Ruling rule(Judge judge, Level level) {
        List<Text> steps = new ArrayList<>();
        Map<String, BigDecimal> categories = categories(judge, level);
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
        for (Criterion criterion : judge.asked(level)) {
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

    private boolean key(Judge judge, Criterion criterion, List<Text> steps) {
        if (!criterion.weighing().has(Trait.KEY)
                || judge.outcome(criterion) == Outcome.NOT_APPLICABLE) {
            return true;
        }
        return floor(keyMean(judge, criterion), rule.key(), criterion.id(), criterion.id(), steps);
    }

    private static BigDecimal keyMean(Judge judge, Criterion criterion) {
        Numbers.Pair pair = pair(judge, criterion);
        return BigDecimal.valueOf(pair.documentation() + pair.implementation())
                .divide(BigDecimal.TWO);
    }

    private static boolean floor(
            BigDecimal value, BigDecimal floor, String ja, String en, List<Text> steps) {
        BigDecimal rounded = value.setScale(DECIDING, RoundingMode.HALF_EVEN);
        boolean reached = rounded.compareTo(floor) >= 0;
        if (!reached) {
            String shown = rounded.setScale(4, RoundingMode.DOWN).toPlainString();
            steps.add(
                    new Text(
                            "%s: %s (%s以上が必要)".formatted(ja, shown, floor),
                            "%s: %s, at least %s needed".formatted(en, shown, floor)));
        }
        return reached;
    }

    private static Map<String, BigDecimal> categories(Judge judge, Level level) {
        Map<String, BigDecimal> means = new LinkedHashMap<>();
        Ruler.grouped(judge, level)
                .forEach((category, criteria) -> means.put(category, category(judge, criteria)));
        return means;
    }

    private static BigDecimal category(Judge judge, List<Criterion> criteria) {
        Map<String, List<Criterion>> requirements = new LinkedHashMap<>();
        criteria.forEach(criterion ->
                requirements
                        .computeIfAbsent(criterion.requirement(), _ -> new ArrayList<>())
                        .add(criterion));
        boolean asWorkbook = judge.setting("match_workbook").signum() > 0;
        List<BigDecimal> documentation = new ArrayList<>();
        List<BigDecimal> implementation = new ArrayList<>();
        for (List<Criterion> requirement : requirements.values()) {
            documentation.add(
                    mean(
                            requirement.stream()
                                    .map(c -> BigDecimal.valueOf(pair(judge, c).documentation()))
                                    .toList()));
            if (!asWorkbook || !requirement.getFirst().weighing().has(Trait.WORKBOOK_SLIP)) {
                implementation.add(
                        mean(
                                requirement.stream()
                                        .map(c ->
                                                BigDecimal.valueOf(pair(judge, c).implementation()))
                                        .toList()));
            }
        }
        return mean(List.of(mean(documentation), mean(implementation)));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), EXACT);
    }

    /// What was said; a common word stands for the maturity that its text describes.
    private static Numbers.Pair pair(Judge judge, Criterion criterion) {
        Answer answer = judge.findings().answer(criterion);
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
    public @Nullable String standing(Judge judge, Level level, String group) {
        BigDecimal mean =
                category(judge, Objects.requireNonNull(Ruler.grouped(judge, level).get(group)));
        return mean.setScale(DECIDING, RoundingMode.HALF_EVEN)
                .setScale(4, RoundingMode.DOWN)
                .toPlainString();
    }

    /// Key measures below their floor, and what stays below the total's.
    @Override
    public List<Missing> missing(Judge judge, Level level) {
        return judge.asked(level).stream()
                .filter(criterion -> judge.outcome(criterion) != Outcome.NOT_APPLICABLE)
                .filter(criterion ->
                        keyMean(judge, criterion)
                                        .compareTo(
                                                criterion.weighing().has(Trait.KEY)
                                                        ? rule.key()
                                                        : rule.total())
                                < 0)
                .map(judge::missing)
                .toList();
    }
}
