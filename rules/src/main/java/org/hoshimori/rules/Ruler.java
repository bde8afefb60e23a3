package org.hoshimori.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One kind of rule at work. Pure: everything comes from the judge.
interface Ruler {
    Ruling rule(Judge judge, Level level);

    /// What stands between the answers and the level, in catalogue order.
    default List<Missing> missing(Judge judge, Level level) {
        return judge.asked(level).stream()
                .filter(criterion -> !judge.outcome(criterion).passes())
                .map(judge::missing)
                .toList();
    }

    /// Where a group stands by itself (a level, a mean); null when the rule knows no such thing.
    default @Nullable String standing(Judge judge, Level level, String group) {
        return null;
    }

    static Ruler of(LevelRule rule) {
        return switch (rule) {
            case LevelRule.AllMet all -> new Gate(all);
            case LevelRule.LowestOfGroups _ -> new LowestGroup();
            case LevelRule.WeightedDeduction deduction -> new Deduction(deduction);
            case LevelRule.Marks marks -> new Marking(marks);
            case LevelRule.Sum sum -> new PointSum(sum);
            case LevelRule.Averages averages -> new MeanOfMeans(averages);
            case LevelRule.Letter letter -> new LetterGrade(letter);
        };
    }

    /// `{"PA": [...]}`: the criteria of a level by the groups they count in.
    static Map<String, List<Criterion>> grouped(Judge judge, Level level) {
        return judge.edition().grouped(level.id());
    }
}
