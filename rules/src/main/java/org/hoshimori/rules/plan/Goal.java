package org.hoshimori.rules.plan;

import java.util.Comparator;

/// One criterion to be completed.
///
/// @param scheme id of its scheme
/// @param criterion its id
public record Goal(String scheme, String criterion) implements Comparable<Goal> {
    private static final Comparator<Goal> ORDER =
            Comparator.comparing(Goal::scheme).thenComparing(Goal::criterion);

    /// `scs:4-1-3-2`.
    public String word() {
        return scheme + ":" + criterion;
    }

    @Override
    public int compareTo(Goal other) {
        return ORDER.compare(this, other);
    }
}
