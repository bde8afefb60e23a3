package org.hoshimori.platform.assessment;

import java.util.List;
import org.hoshimori.platform.evidence.Evidence;
import org.hoshimori.rules.Choice;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Text;
import org.hoshimori.rules.crosswalk.Suggestion;

/// What the company already said in another scheme about something that an open criterion asks.
///
/// @param criterion still without an answer
/// @param source the answer that the path begins with
/// @param title of the level in which that answer was given
/// @param evidence attached to that answer; accepting copies the links to it
/// @param version of the criterion's answer as it stands; 0 for none
public record Offer(
        Suggestion suggestion,
        Criterion criterion,
        List<Choice> choices,
        Assessment source,
        Text title,
        Answer answer,
        List<Evidence> evidence,
        int version) {}
