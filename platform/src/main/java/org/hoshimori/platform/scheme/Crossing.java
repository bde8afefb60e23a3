package org.hoshimori.platform.scheme;

import org.hoshimori.rules.Crosswalk;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Mapping;
import org.hoshimori.rules.Relation;
import org.hoshimori.rules.Text;
import org.jspecify.annotations.Nullable;

/// One relation of a crosswalk, seen from one of its ends.
///
/// @param here id at this end
/// @param relation what this end asks, compared to the other
/// @param there id at the other end
/// @param strength 1 to 10
/// @param note why, where it was said
public record Crossing(
        Crosswalk crosswalk,
        Edition edition,
        String here,
        Text asksHere,
        Relation relation,
        Edition other,
        String there,
        Text asksThere,
        Mapping.Rationale rationale,
        int strength,
        @Nullable Text note) {

    /// The other end's page of relations.
    public String path() {
        return "/schemes/" + other.scheme() + "/crosswalks/" + there + "?edition=" + other.id();
    }
}
