package org.hoshimori.rules;

import java.util.List;

/// One criterion that does not pass closes the level, and no other can make up for it.
record Gate(LevelRule.AllMet rule) implements Ruler {
    @Override
    public Ruling rule(Judge judge, Level level) {
        int open = 0;
        List<Criterion> asked = judge.asked(level);
        for (Criterion criterion : asked) {
            open += judge.outcome(criterion).passes() ? 0 : 1;
        }
        return Ruling.of(
                open == 0,
                open == 0 ? rule.yes() : rule.no(),
                List.of(
                        open == 0
                                ? new Text(
                                        "%d件すべてが満たされ、または該当しません。".formatted(asked.size()),
                                        "All %d are met or do not apply.".formatted(asked.size()))
                                : new Text(
                                        "%d件のうち%d件が満たされていません。1件でも残れば届きません。"
                                                .formatted(asked.size(), open),
                                        "%d of %d are not met; one is enough to close the level."
                                                .formatted(open, asked.size()))));
    }
}
