package org.hoshimori.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a criterion hangs together with others.
///
/// @param until the last level that asks it; null when every level above does too
/// @param supersededBy ids of the stricter ones that replace it above `until`: all of them met, it
///   is taken as met
/// @param coveredBy ids of criteria of a higher level that answer for it when it has no answer
///   itself
/// @param groups ids of the categories it counts in, when they are more than its requirement's own
/// @param aliases other ids by which it is known
/// @param from what it was made from, `scheme:id` or a source's id, for proposals
public record Links(
        @Nullable String until,
        List<String> supersededBy,
        List<String> coveredBy,
        List<String> groups,
        List<String> aliases,
        List<String> from) {
    /// Of a criterion that stands alone.
    public static final Links NONE =
            new Links(null, List.of(), List.of(), List.of(), List.of(), List.of());

    public Links {
        supersededBy = List.copyOf(supersededBy);
        coveredBy = List.copyOf(coveredBy);
        groups = List.copyOf(groups);
        aliases = List.copyOf(aliases);
        from = List.copyOf(from);
    }
}
