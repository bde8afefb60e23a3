package org.hoshimori.platform.assessment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Evaluation;

/// All that is known of an assessment at one moment; everything else is computed from it in memory.
///
/// @param suggestions last year's answers, not yet affirmed
/// @param evaluation what the answers amount to
record Snapshot(
        Assessment assessment,
        Edition edition,
        Map<String, Answer> answers,
        Map<String, Said> suggestions,
        Returns returns,
        Scope scope,
        Evaluation evaluation) {

    static Evaluation evaluate(Edition edition, String level, Map<String, Answer> answers) {
        Map<String, org.hoshimori.rules.Answer> said = new HashMap<>();
        answers.forEach((criterion, answer) ->
                answer.value()
                        .ifPresent(value ->
                                said.put(
                                        criterion,
                                        new org.hoshimori.rules.Answer(
                                                value, answer.said().word(), answer.reason()))));
        return edition.evaluate(level, Answers.of(said));
    }

    Optional<Answer> answer(String criterion) {
        return Optional.ofNullable(answers.get(criterion));
    }

    /// Last year's answer, while this year has none.
    Optional<Said> suggestion(String criterion) {
        return answer(criterion).flatMap(Answer::value).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(suggestions.get(criterion));
    }

    /// How many of last year's answers still wait to be affirmed.
    long waiting() {
        return edition.criteriaOf(assessment.level()).stream()
                .filter(criterion -> suggestion(criterion.id()).isPresent())
                .count();
    }

    boolean open(String criterion) {
        return returns.open(assessment.stage(), criterion);
    }

    State state(Criterion criterion) {
        Optional<Answer> answer = answer(criterion.id());
        if (assessment.stage() == Stage.RETURNED && untouched(criterion.id(), answer)) {
            return State.RETURNED;
        }
        Optional<AnswerValue> value = answer.flatMap(Answer::value);
        if (value.isEmpty()) {
            return suggestions.containsKey(criterion.id()) ? State.SUGGESTED : State.UNANSWERED;
        }
        return switch (value.get()) {
            case MET -> State.MET;
            case NOT_MET, PARTIAL -> State.NOT_MET;
            case UNKNOWN -> State.UNANSWERED;
            case NOT_APPLICABLE ->
                    answer.orElseThrow().reason().isBlank()
                            ? State.WITHOUT_REASON
                            : State.NOT_APPLICABLE;
        };
    }

    private boolean untouched(String criterion, Optional<Answer> answer) {
        return returns.now(criterion)
                .filter(item -> answer.isEmpty() || !answer.get().at().isAfter(item.at()))
                .isPresent();
    }
}
