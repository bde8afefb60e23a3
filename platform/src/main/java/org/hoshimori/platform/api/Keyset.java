package org.hoshimori.platform.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list, and where the next one begins: inserting and removing moves nothing twice and
/// skips nothing.
///
/// @param next what to send as `after`; null on the last page
public record Keyset<T>(List<T> items, @Nullable String next) {

    private static final int MOST = 200;

    /// @param more one more than `limit`, if there is
    public static <T> Keyset<T> of(List<T> more, int limit, Function<T, String> key) {
        List<T> items = more.subList(0, Math.min(limit, more.size()));
        return new Keyset<>(
                List.copyOf(items), more.size() > limit ? key.apply(items.getLast()) : null);
    }

    /// @throws Problem when it is not from 1 to 200
    public static int limit(int asked) {
        if (asked < 1 || asked > MOST) {
            throw new Problem(
                    Kind.BAD_PARAMETER,
                    Problem.Sentence.of("api.problem.bad-parameter.text"),
                    List.of(Fault.of("limit", Problem.Sentence.of("api.fault.limit", MOST))));
        }
        return asked;
    }

    /// @return the problem of an `after` that stands nowhere
    public static Problem unknownAfter() {
        return new Problem(
                Kind.BAD_PARAMETER,
                Problem.Sentence.of("api.problem.bad-parameter.text"),
                List.of(Fault.of("after", Problem.Sentence.of("api.fault.after"))));
    }
}
