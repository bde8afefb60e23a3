package org.hoshimori.rules.bulk;

import static org.hoshimori.rules.bulk.Columns.WORDS;

import java.util.Arrays;
import java.util.List;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.LevelRule;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.Trait;
import org.hoshimori.rules.Weighing;

/// The points that the companies of a block lose at the level asked, who may be scored at all, and
/// whose open criteria may all be left for later. One thread's own.
final class Points {
    private final LevelRule.WeightedDeduction rule;
    private final Weighing[] weighings;
    private final Sum lost;
    private final long[] partial = new long[WORDS];
    private final long[] failing = new long[WORDS];
    private final long[] deferrable = new long[WORDS];
    private final long[] scored = new long[WORDS];

    Points(Edition edition, Level level, LevelRule.WeightedDeduction rule) {
        this.rule = rule;
        this.weighings =
                edition.criteria().stream().map(Criterion::weighing).toArray(Weighing[]::new);
        this.lost = new Sum(most(edition.criteriaOf(level.id())));
    }

    static int width(List<Criterion> asked) {
        return new Sum(most(asked)).width();
    }

    private static int most(List<Criterion> asked) {
        return asked.stream().mapToInt(each -> each.weighing().weight()).sum();
    }

    void clear() {
        lost.clear();
        Arrays.fill(deferrable, -1);
        Arrays.fill(scored, -1);
    }

    void see(int criterion, Planes planes) {
        Weighing weighing = weighings[criterion];
        if (weighing.has(Trait.PREREQUISITE)) {
            planes.keepMet(scored);
        }
        planes.failing(failing);
        if (partialDiffers(weighing)) {
            planes.partial(partial);
            for (int i = 0; i < WORDS; i++) {
                failing[i] &= ~partial[i];
            }
            see(weighing, Outcome.PARTIAL, partial);
        }
        see(weighing, Outcome.NOT_MET, failing);
    }

    private boolean partialDiffers(Weighing weighing) {
        return weighing.lost(Outcome.PARTIAL) != weighing.lost(Outcome.NOT_MET)
                || rule.deferrable(weighing, Outcome.PARTIAL)
                        != rule.deferrable(weighing, Outcome.NOT_MET);
    }

    private void see(Weighing weighing, Outcome outcome, long[] who) {
        lost.add(weighing.lost(outcome), who);
        if (!rule.deferrable(weighing, outcome)) {
            for (int i = 0; i < WORDS; i++) {
                deferrable[i] &= ~who[i];
            }
        }
    }

    /// @param before whoever has the level that must be had before
    void store(Verdicts verdicts, long[] before, int at) {
        lost.close();
        LevelRule.WeightedDeduction.Conditional conditional = rule.conditional();
        if (conditional == null) {
            Arrays.fill(deferrable, 0);
        } else {
            lost.atMost(rule.maximum() - conditional.least(rule.maximum()), deferrable);
        }
        for (int i = 0; i < WORDS; i++) {
            deferrable[i] &= scored[i] & before[i];
        }
        lost.store(verdicts.lost(), at);
        System.arraycopy(deferrable, 0, verdicts.conditional(), at, WORDS);
        System.arraycopy(scored, 0, verdicts.scored(), at, WORDS);
    }
}
