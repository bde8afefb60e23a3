package org.hoshimori.platform.outlook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is wanted of a plan, as it stands in the address of its page.
///
/// @param goal `scheme/edition/level`, at most one a scheme; empty ones mean nothing
/// @param budget yen at most; empty for no limit
/// @param by a day, `YYYY-MM-DD`; empty for no limit
/// @param with measures that are taken in any case
/// @param without measures that are out of the question
public record PlanForm(
        @Nullable List<String> goal,
        @Nullable String budget,
        @Nullable String by,
        @Nullable List<String> with,
        @Nullable List<String> without) {

    public List<String> goals() {
        return some(goal);
    }

    public List<String> in() {
        return some(with);
    }

    public List<String> out() {
        return some(without);
    }

    public String limit() {
        return Objects.requireNonNullElse(budget, "").strip();
    }

    public String day() {
        return Objects.requireNonNullElse(by, "").strip();
    }

    private static List<String> some(@Nullable List<String> words) {
        return words == null
                ? List.of()
                : words.stream().filter(word -> word != null && !word.isBlank()).toList();
    }
}
