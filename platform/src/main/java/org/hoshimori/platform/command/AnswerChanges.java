package org.hoshimori.platform.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hoshimori.rules.Answer;
import org.hoshimori.rules.Answers;
import org.hoshimori.rules.Edition;

/// How answers differ from those that were kept before, by criterion id.
record AnswerChanges(List<String> added, List<String> changed, List<String> removed) {
    static final AnswerChanges NONE = new AnswerChanges(List.of(), List.of(), List.of());

    /// The answers to keep, and what is new in them.
    record Taken(Answers answers, AnswerChanges changes) {}

    /// @param joins whether answers not read stay (a plan of action holds only what is open)
    /// @return nothing after it was told that the kept answers cannot be read
    static Optional<Taken> take(Console console, Edition edition, Answers read, boolean joins) {
        return KeptAnswers.read(console, edition)
                .map(before -> {
                    Answers after = joins ? before : read;
                    if (joins) {
                        for (Map.Entry<String, Answer> one : read.byCriterion().entrySet()) {
                            after = after.with(one.getKey(), one.getValue());
                        }
                    }
                    return new Taken(after, between(before, after));
                });
    }

    static AnswerChanges between(Answers before, Answers after) {
        return new AnswerChanges(
                after.byCriterion().keySet().stream()
                        .filter(id -> before.to(id).isEmpty())
                        .toList(),
                after.byCriterion().keySet().stream()
                        .filter(id ->
                                before.to(id).isPresent() && !before.to(id).equals(after.to(id)))
                        .toList(),
                before.byCriterion().keySet().stream()
                        .filter(id -> after.to(id).isEmpty())
                        .toList());
    }
}
