package org.hoshimori.platform.command;

import java.util.List;
import org.hoshimori.rules.Answers;

/// How answers differ from those that were kept before, by criterion id.
record AnswerChanges(List<String> added, List<String> changed, List<String> removed) {
    static final AnswerChanges NONE = new AnswerChanges(List.of(), List.of(), List.of());

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
