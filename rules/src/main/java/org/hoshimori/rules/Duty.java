package org.hoshimori.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something a criterion asks again and again.
///
/// @param everyMonths at least once in so many months; null when only events count
/// @param on events at which it falls due
public record Duty(@Nullable Integer everyMonths, Set<Occasion> on) {
    public Duty {
        on = on.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(on));
        if (everyMonths == null && on.isEmpty()) {
            throw new IllegalArgumentException("a duty needs a period or an event");
        }
    }
}
