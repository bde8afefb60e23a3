package org.hoshimori.platform.assessment;

import java.util.Optional;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.crosswalk.Approach;

/// What the company already answered elsewhere about something that a criterion asks.
///
/// @param title of the level in which it was answered
/// @param suggests what it suggests here; empty when it says nothing
public record Echo(
        AssessmentId assessment,
        Text title,
        Said said,
        Approach approach,
        Optional<AnswerValue> suggests) {

    /// The page of the answer.
    public String path() {
        return "/assessments/" + assessment + "/criteria/" + approach.id();
    }
}
