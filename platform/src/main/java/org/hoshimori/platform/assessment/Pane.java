package org.hoshimori.platform.assessment;

import java.util.List;
import java.util.Optional;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.rules.Category;
import org.hoshimori.rules.Choice;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Requirement;

/// One criterion with everything needed to answer it.
///
/// @param official the official words (Japanese), when this instance was given the official sheet
/// @param answer as it is saved
/// @param open whether this person may write it now
/// @param mayAdd whether this person may also bring new evidence: the company's own people only
/// @param suggestion last year's answer, to be affirmed
/// @param comments what experts said when they returned it, oldest first
/// @param choices the answers that may be chosen
/// @param history newest first
/// @param echoes what the company answered elsewhere, the nearest first; empty while nobody looked
/// @param offered evidence of the company that could be attached too
public record Pane(
        AssessmentId assessment,
        Edition edition,
        Category category,
        Requirement requirement,
        Criterion criterion,
        Optional<String> official,
        State state,
        Optional<Answer> answer,
        boolean open,
        boolean mayAdd,
        Optional<Said> suggestion,
        List<ReturnedItem> comments,
        List<Evidence> evidence,
        List<Evidence> offered,
        List<Choice> choices,
        List<HistoryLine> history,
        Optional<List<Echo>> echoes,
        Place place) {

    /// Where the criterion stands among those asked.
    ///
    /// @param index from 1
    /// @param nextOpen the next one that waits for an answer, around the end if need be
    public record Place(
            int index,
            int total,
            Optional<String> previous,
            Optional<String> next,
            Optional<String> nextOpen) {}

    Pane with(List<Echo> echoes) {
        return new Pane(
                assessment,
                edition,
                category,
                requirement,
                criterion,
                official,
                state,
                answer,
                open,
                mayAdd,
                suggestion,
                comments,
                evidence,
                offered,
                choices,
                history,
                Optional.of(echoes),
                place);
    }

    public String id() {
        return criterion.id();
    }

    public Said said() {
        return answer.map(Answer::said).orElse(Said.NOTHING);
    }

    /// Where the edition may be read whole.
    public String catalogue() {
        return "/schemes/" + edition.scheme() + "?edition=" + edition.id();
    }

    public int version() {
        return answer.map(Answer::version).orElse(0);
    }

    /// Its page.
    public String path() {
        return "/assessments/" + assessment + "/criteria/" + criterion.id();
    }
}
