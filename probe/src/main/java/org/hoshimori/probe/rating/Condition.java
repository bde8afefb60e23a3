package org.hoshimori.probe.rating;

import java.util.List;
import java.util.Optional;
import org.hoshimori.probe.Fact;
import org.hoshimori.probe.Outcome;

/// One question to one observation. A fact that is missing answers no: what is not known never
/// counts against anybody.
///
/// @param check another check on the same asset, or the rule's own when empty
/// @param fact its name; empty when the outcome is asked for
record Condition(String check, String fact, Test test) {

    /// What is asked.
    sealed interface Test {

        record Absent() implements Test {}

        record Is(Fact value) implements Test {}

        record IsNot(Fact value) implements Test {}

        record Below(long limit) implements Test {}

        record Above(long limit) implements Test {}

        /// Any of these in the list.
        record Has(List<String> words) implements Test {}

        /// At least one of these is missing from the list.
        record Lacks(List<String> words) implements Test {}

        /// All of these are missing from the list.
        record LacksAll(List<String> words) implements Test {}

        record Empty(boolean empty) implements Test {}
    }

    boolean holds(Outcome outcome) {
        if (test instanceof Test.Absent) {
            return outcome instanceof Outcome.Absent;
        }
        Optional<Fact> value =
                outcome instanceof Outcome.Seen(var facts) ? facts.get(fact) : Optional.empty();
        return value.isPresent() && holds(value.get());
    }

    private boolean holds(Fact value) {
        return switch (test) {
            case Test.Absent _ -> false;
            case Test.Is(Fact wanted) -> value.equals(wanted);
            case Test.IsNot(Fact unwanted) -> !value.equals(unwanted);
            case Test.Below(long limit) -> value instanceof Fact.Count(long count) && count < limit;
            case Test.Above(long limit) -> value instanceof Fact.Count(long count) && count > limit;
            case Test.Has(List<String> words) ->
                    value instanceof Fact.Words(List<String> list)
                            && words.stream().anyMatch(list::contains);
            case Test.Lacks(List<String> words) ->
                    value instanceof Fact.Words(List<String> list) && !list.containsAll(words);
            case Test.LacksAll(List<String> words) ->
                    value instanceof Fact.Words(List<String> list)
                            && words.stream().noneMatch(list::contains);
            case Test.Empty(boolean empty) ->
                    value instanceof Fact.Words(List<String> list) && list.isEmpty() == empty
                            || value instanceof Fact.Word(String word) && word.isEmpty() == empty;
        };
    }
}
