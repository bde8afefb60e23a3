package org.hoshimori.platform.assessment;

import java.util.List;
import org.hoshimori.platform.scheme.Titles;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Evaluation;
import org.hoshimori.rules.Level;
import org.hoshimori.rules.Missing;
import org.hoshimori.rules.Outcome;
import org.hoshimori.rules.Text;

/// How far the answers are from the level: a gate, so what counts is what is missing, not a mean.
///
/// @param waiting last year's answers not yet affirmed; they count for nothing until then
/// @param returned criteria that the expert returned and nobody touched since
public record Gauge(
        Assessment assessment,
        Level level,
        Evaluation evaluation,
        List<Scope.Gap> gaps,
        List<Criterion> waiting,
        List<Criterion> returned) {

    public int total() {
        return evaluation.counts().total();
    }

    public int passing() {
        return evaluation.counts().passing();
    }

    public int left() {
        return total() - passing();
    }

    /// The level by the name it has among all schemes.
    public Text title() {
        return Titles.of(evaluation.edition(), level);
    }

    /// Whether a score says something: where the rule is a gate alone, only what is missing does.
    public boolean scored() {
        return evaluation.ruling().score() != null;
    }

    /// Whether it could be declared now.
    public boolean complete() {
        return evaluation.met() && gaps.isEmpty();
    }

    /// Missing for this reason, in catalogue order.
    public List<Criterion> missing(Outcome outcome) {
        return evaluation.missing().stream()
                .filter(each -> each.outcome() == outcome)
                .map(Missing::criterion)
                .toList();
    }

    /// The reasons for which something is missing, worst first.
    public List<Outcome> reasons() {
        return List.of(
                        Outcome.NOT_MET,
                        Outcome.PARTIAL,
                        Outcome.NOT_APPLICABLE_WITHOUT_REASON,
                        Outcome.UNKNOWN,
                        Outcome.UNANSWERED)
                .stream()
                .filter(reason -> !missing(reason).isEmpty())
                .toList();
    }
}
