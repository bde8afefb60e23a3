package org.hoshimori.rules.plan;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hoshimori.rules.Measure;

/// What one more measure would complete by itself.
///
/// @param completes goals of the wish, at least one
/// @param yen its cost over the years of the wish
public record Gain(Measure measure, SortedSet<Goal> completes, long yen) {
    public Gain {
        completes = Collections.unmodifiableSortedSet(new TreeSet<>(completes));
    }
}
