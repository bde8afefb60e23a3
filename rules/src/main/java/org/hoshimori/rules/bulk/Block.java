package org.hoshimori.rules.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Evaluation;

/// Companies that are judged together, and the sums over all blocks before.
abstract sealed class Block permits ColumnBlock, RowBlock {
    private final List<String> companies = new ArrayList<>();
    private final Map<String, Integer> byStatus = new TreeMap<>();
    private final Map<String, Integer> byReached = new TreeMap<>();
    private final Map<Criterion, Evaluation.Counts> criteria = new LinkedHashMap<>();
    private int judged;
    private int met;

    boolean full() {
        return companies.size() == Columns.BLOCK;
    }

    /// The answers that follow are this company's.
    void begin(String company) {
        companies.add(company);
    }

    /// The place of the company whose answers are being read.
    final int now() {
        return companies.size() - 1;
    }

    abstract void answer(Cells.Cell cell, Answer said);

    /// Judges all that were begun, tells of each, and is empty again.
    final void judge(Consumer<ManyResult.Line> lines) {
        judge(List.copyOf(companies), lines);
        judged += companies.size();
        companies.clear();
    }

    abstract void judge(List<String> companies, Consumer<ManyResult.Line> lines);

    final void add(Map<String, Integer> statuses, Map<String, Integer> levels, int met) {
        statuses.forEach((word, number) -> byStatus.merge(word, number, Integer::sum));
        levels.forEach((word, number) -> byReached.merge(word, number, Integer::sum));
        this.met += met;
    }

    final void add(Map<Criterion, Evaluation.Counts> counts) {
        counts.forEach((criterion, each) -> criteria.merge(criterion, each, Block::sum));
    }

    private static Evaluation.Counts sum(Evaluation.Counts a, Evaluation.Counts b) {
        return new Evaluation.Counts(
                a.total() + b.total(),
                a.met() + b.met(),
                a.notMet() + b.notMet(),
                a.partial() + b.partial(),
                a.notApplicable() + b.notApplicable(),
                a.unanswered() + b.unanswered(),
                a.unknown() + b.unknown(),
                a.withoutReason() + b.withoutReason());
    }

    abstract boolean inBulk();

    final ManyResult.Judged sum() {
        return new ManyResult.Judged(judged, met, byStatus, byReached, criteria, inBulk());
    }
}
