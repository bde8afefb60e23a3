package org.hoshimori.rules.crosswalk;

import java.util.List;
import java.util.Optional;
import org.hoshimori.rules.AnswerValue;
import org.hoshimori.rules.Crosswalk;

/// A criterion elsewhere whose answer has something to say about the one that is wanted.
///
/// @param id its id, in `edition`
/// @param path from it to the one wanted
public record Approach(Crosswalk.End edition, String id, List<Suggestion.Hop> path) {
    public Approach {
        path = List.copyOf(path);
    }

    /// That of the weakest link, 1 to 10.
    public int strength() {
        return path.stream().mapToInt(Suggestion.Hop::strength).min().orElse(0);
    }

    /// What an answer there suggests here; empty when it says nothing.
    public Optional<AnswerValue> carried(AnswerValue value) {
        Optional<AnswerValue> carried = Optional.of(value);
        for (Suggestion.Hop hop : path) {
            carried = carried.flatMap(each -> Credits.carried(each, hop.relation()));
        }
        return carried;
    }
}
