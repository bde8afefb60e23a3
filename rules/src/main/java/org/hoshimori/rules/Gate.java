package org.hoshimori.rules;

import java.util.List;

/// One criterion that does not pass closes the level, and no other can make up for it.
record Gate(LevelRule.AllMet rule) implements Ruler {
    @Override
    public Ruling rule(Judge judge, Asked asked) {
        int open = 0;
        int all = asked.criteria().length;
        for (int criterion : asked.criteria()) {
            open += judge.outcome(criterion).passes() ? 0 : 1;
        }
        return Ruling.of(open == 0, open == 0 ? rule.yes() : rule.no(), List.of(step(open, all)));
    }

    private static Text step(int open, int all) {
        return open == 0
                ? new Text(all + "件すべてが満たされ、または該当しません。", "All " + all + " are met or do not apply.")
                : new Text(
                        all + "件のうち" + open + "件が満たされていません。1件でも残れば届きません。",
                        open + " of " + all + " are not met; one is enough to close the level.");
    }
}
