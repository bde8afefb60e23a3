package org.hoshimori.rules.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Outcome;

/// Companies evaluated one by one, where the rule needs the words that were said.
final class RowBlock extends Block {
    private final Edition edition;
    private final String level;
    private final Map<String, BigDecimal> settings;
    private final List<Map<String, Answer>> answers = new ArrayList<>();

    RowBlock(Edition edition, String level, Map<String, BigDecimal> settings) {
        this.edition = edition;
        this.level = level;
        this.settings = settings;
    }

    @Override
    void begin(String company) {
        super.begin(company);
        answers.add(new HashMap<>());
    }

    /// Texts in memory are many: a thousand at a time is enough.
    @Override
    boolean full() {
        return answers.size() == 1000;
    }

    @Override
    void answer(Cells.Cell cell, Answer said) {
        answers.getLast().put(cell.id(), said);
    }

    @Override
    void judge(List<String> companies, Consumer<ManyResult.Line> lines) {
        for (int i = 0; i < companies.size(); i++) {
            Evaluation alone = edition.evaluate(level, Answers.of(answers.get(i)), settings);
            add(
                    new TreeMap<>(Map.of(alone.status(), 1)),
                    new TreeMap<>(Map.of(alone.reached(), 1)),
                    alone.met() ? 1 : 0);
            add(counts(answers.get(i)));
            lines.accept(
                    new ManyResult.Line(
                            companies.get(i),
                            alone.status(),
                            alone.reached(),
                            alone.score().map(BigDecimal::toPlainString).orElse("")));
        }
        answers.clear();
    }

    private Map<Criterion, Evaluation.Counts> counts(Map<String, Answer> said) {
        Map<Criterion, Evaluation.Counts> counts = new LinkedHashMap<>();
        for (Criterion criterion : edition.criteriaOf(level)) {
            Outcome outcome = Outcome.of(said.get(criterion.id())).in(edition);
            int met = outcome == Outcome.MET ? 1 : 0;
            int withoutReason = outcome == Outcome.NOT_APPLICABLE_WITHOUT_REASON ? 1 : 0;
            int unknown = outcome == Outcome.UNKNOWN ? 1 : 0;
            counts.put(
                    criterion,
                    new Evaluation.Counts(
                            1,
                            met,
                            outcome == Outcome.NOT_MET ? 1 : 0,
                            outcome == Outcome.PARTIAL ? 1 : 0,
                            withoutReason + (outcome == Outcome.NOT_APPLICABLE ? 1 : 0),
                            unknown + (outcome == Outcome.UNANSWERED ? 1 : 0),
                            unknown,
                            withoutReason));
        }
        return counts;
    }

    @Override
    boolean inBulk() {
        return false;
    }
}
