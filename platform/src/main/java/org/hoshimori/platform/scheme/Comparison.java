package org.hoshimori.platform.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hoshimori.rules.Criterion;
import org.hoshimori.rules.Edition;

/// What two editions of a scheme ask differently, criterion by criterion. Only ids are compared:
/// where a scheme gave an old id a new meaning, the words show it.
public record Comparison(Edition before, Edition after, List<Row> rows, int same) {

    /// What became of a criterion.
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// One difference.
    ///
    /// @param before empty when added
    /// @param after empty when removed
    public record Row(
            String id, Kind kind, Optional<Criterion> before, Optional<Criterion> after) {}

    static Comparison of(Edition before, Edition after) {
        List<Row> rows = new ArrayList<>();
        int same = 0;
        for (Criterion old : before.criteria()) {
            Optional<Criterion> now = after.criterion(old.id());
            if (now.isEmpty()) {
                rows.add(new Row(old.id(), Kind.REMOVED, Optional.of(old), now));
            } else if (asksTheSame(old, now.get())) {
                same++;
            } else {
                rows.add(new Row(old.id(), Kind.CHANGED, Optional.of(old), now));
            }
        }
        for (Criterion now : after.criteria()) {
            if (before.criterion(now.id()).isEmpty()) {
                rows.add(new Row(now.id(), Kind.ADDED, Optional.empty(), Optional.of(now)));
            }
        }
        return new Comparison(before, after, List.copyOf(rows), same);
    }

    public long count(Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    static boolean asksTheSame(Criterion one, Criterion other) {
        return one.text().equals(other.text())
                && one.level().equals(other.level())
                && one.parts().equals(other.parts())
                && one.alternatives().equals(other.alternatives())
                && one.parameters().equals(other.parameters())
                && Objects.equals(one.duty(), other.duty())
                && one.weighing().equals(other.weighing());
    }
}
