package org.hoshimori.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One kind of rule at work. Pure: everything comes from the judge.
interface Ruler {
    Ruling rule(Judge judge, Asked asked);

    /// What stands between the answers and the level, in catalogue order.
    default List<Missing> missing(Judge judge, Asked asked) {
        return judge.missing(asked, criterion -> !judge.outcome(criterion).passes());
    }

    /// Where a group stands by itself (a level, a mean); null when the rule knows no such thing.
    default @Nullable String standing(Judge judge, Asked asked, String group) {
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
}
