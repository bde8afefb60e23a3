package org.hoshimori.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a criterion counts for under the rule of its level.
///
/// @param weight points it takes away when not met, or the most it can add; 1 where nothing is said
/// @param partial points it takes away when partly met; null where a part counts as nothing
public record Weighing(int weight, @Nullable Integer partial, Set<Trait> traits) {
    /// Of a criterion about which the file says nothing.
    public static final Weighing PLAIN = new Weighing(1, null, Set.of());

    public Weighing {
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    }

    /// Whether it has this trait.
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// The points that a criterion with this outcome takes away.
    public int lost(Outcome outcome) {
        return outcome.passes()
                ? 0
                : outcome == Outcome.PARTIAL && partial != null ? partial : weight;
    }
}
