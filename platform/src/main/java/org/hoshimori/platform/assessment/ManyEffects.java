package org.hoshimori.platform.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.platform.scheme.Succession;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.bulk.BulkJudge;
import org.hoshimori.rules.bulk.Columns;
import org.hoshimori.rules.bulk.Verdicts;
import org.jspecify.annotations.Nullable;

/// What another edition would make of many assessments of one level: for each what [Effect] says.
/// They are judged in bulk where the rules of both editions allow it, else one by one.
final class ManyEffects {
    private final Succession succession;
    private final String level;
    private final Optional<BulkJudge> before;
    private final Optional<BulkJudge> after;
    private final Map<String, List<Succession.Step>> steps = new HashMap<>();

    /// There are thousands of answers, and few that differ.
    private final Map<String, Meaning> meanings = new HashMap<>();

    /// What one answer means in both editions.
    ///
    /// @param carried columns of the later edition that take it over
    /// @param affirmed columns that take it once it is affirmed, with those that carry it
    @SuppressWarnings("ArrayRecordComponent")
    private record Meaning(
            int column, Outcome before, Outcome after, int[] carried, int[] affirmed) {}

    /// @param level one that both editions have
    ManyEffects(Succession succession, String level) {
        this.succession = succession;
        this.level = level;
        this.before = BulkJudge.of(succession.before(), level);
        this.after = BulkJudge.of(succession.after(), level);
        for (Succession.Kind kind : List.of(Succession.Kind.CARRIED, Succession.Kind.TO_AFFIRM)) {
            for (Succession.Step step : succession.steps(level, kind)) {
                steps.computeIfAbsent(step.before().orElseThrow().id(), _ -> new ArrayList<>())
                        .add(step);
            }
        }
    }

    /// In the order given.
    List<Effect.Outcome> of(List<Stored> assessments) {
        if (before.isEmpty() || after.isEmpty()) {
            return assessments.stream()
                    .map(each -> Effect.of(succession, level, each.answers()).outcome())
                    .toList();
        }
        int size = assessments.size();
        var now = new Columns(succession.before(), size);
        var carried = new Columns(succession.after(), size);
        var affirmed = new Columns(succession.after(), size);
        for (int i = 0; i < size; i++) {
            String said = assessments.get(i).said();
            for (int from = 0; from < said.length(); ) {
                int end = said.indexOf(Stored.NEXT, from);
                int to = end < 0 ? said.length() : end;
                set(i, meaning(said.substring(from, to)), now, carried, affirmed);
                from = to + 1;
            }
        }
        Verdicts met = before.get().judge(now, 1);
        Verdicts stays = after.get().judge(carried, 1);
        Verdicts once = after.get().judge(affirmed, 1);
        List<Effect.Outcome> outcomes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            outcomes.add(Effect.Outcome.of(met.met(i), stays.met(i), once.met(i)));
        }
        return outcomes;
    }

    private static void set(
            int company, Meaning meaning, Columns now, Columns carried, Columns affirmed) {
        if (meaning.column >= 0) {
            now.set(company, meaning.column, meaning.before);
        }
        for (int column : meaning.carried) {
            carried.set(company, column, meaning.after);
        }
        for (int column : meaning.affirmed) {
            affirmed.set(company, column, meaning.after);
        }
    }

    private Meaning meaning(String text) {
        @Nullable Meaning known = meanings.get(text);
        if (known == null) {
            known = meaning(Stored.answer(text));
            meanings.put(text, known);
        }
        return known;
    }

    private Meaning meaning(Answer answer) {
        List<Integer> carried = new ArrayList<>();
        List<Integer> affirmed = new ArrayList<>();
        for (Succession.Step step : steps.getOrDefault(answer.criterion(), List.of())) {
            if (Moving.understood(answer, succession.after(), step)) {
                int column = column(succession.after(), step.after().id());
                affirmed.add(column);
                if (step.kind() == Succession.Kind.CARRIED) {
                    carried.add(column);
                }
            }
        }
        Outcome outcome =
                Outcome.of(
                        answer.value()
                                .map(value ->
                                        new org.hoshimori.rules.Answer(
                                                value, answer.said().word(), answer.reason()))
                                .orElse(null));
        return new Meaning(
                column(succession.before(), answer.criterion()),
                outcome.in(succession.before()),
                outcome.in(succession.after()),
                carried.stream().mapToInt(Integer::intValue).toArray(),
                affirmed.stream().mapToInt(Integer::intValue).toArray());
    }

    /// As in [Columns]; -1 for an answer to what the edition does not ask.
    private static int column(Edition edition, String id) {
        return edition.answerableIds().indexOf(id);
    }
}
