package org.hoshimori.rules.bulk;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Edition;

/// Companies judged in columns.
final class ColumnBlock extends Block {
    private final BulkJudge judge;
    private final Columns columns;

    ColumnBlock(Edition edition, BulkJudge judge) {
        this.judge = judge;
        this.columns = new Columns(edition, Columns.BLOCK);
    }

    @Override
    void answer(Cells.Cell cell, Answer said) {
        columns.set(now(), cell.column(), cell.outcome());
    }

    @Override
    void judge(List<String> companies, Consumer<ManyResult.Line> lines) {
        Columns read = columns.first(companies.size());
        Verdicts verdicts = judge.judge(read);
        int met = 0;
        for (int i = 0; i < companies.size(); i++) {
            OptionalInt score = verdicts.score(i);
            met += verdicts.met(i) ? 1 : 0;
            lines.accept(
                    new ManyResult.Line(
                            companies.get(i),
                            verdicts.status(i),
                            verdicts.reached(i),
                            score.isPresent() ? Integer.toString(score.getAsInt()) : ""));
        }
        add(verdicts.byStatus(), verdicts.byReached(), met);
        add(verdicts.counts());
        columns.clear();
    }

    @Override
    boolean inBulk() {
        return true;
    }
}
