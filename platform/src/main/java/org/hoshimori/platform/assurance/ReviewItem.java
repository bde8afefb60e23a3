package org.hoshimori.platform.assurance;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.assessment.Answer;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Criterion;

/// One criterion as the expert reads it: what is asked, what was answered, what shows it.
///
/// @param mark the expert's mark on this very answer
/// @param changed the expert had marked it, and the answer changed since
public record ReviewItem(
        Criterion criterion,
        Optional<Answer> answer,
        List<Evidence> evidence,
        Optional<Mark> mark,
        boolean changed) {

    public ReviewItem {
        evidence = List.copyOf(evidence);
    }

    public boolean reviewed() {
        return mark.map(one -> one.kind() == Mark.Kind.REVIEWED).orElse(false);
    }

    public boolean questioned() {
        return mark.map(one -> one.kind() == Mark.Kind.QUESTION).orElse(false);
    }

    public boolean notApplicable() {
        return answer.flatMap(Answer::value).filter(AnswerValue.NOT_APPLICABLE::equals).isPresent();
    }
}
