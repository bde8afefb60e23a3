package org.hoshimori.platform.register;

import java.util.List;
import java.util.Optional;

/// One page of a search.
///
/// @param count how many there are in all, counted no further than one beyond [#MOST_COUNTED]
/// @param next token of the next page
public record Found(List<Registration> registrations, long count, Optional<String> next) {

    public static final int MOST_COUNTED = 1000;

    public boolean countedOut() {
        return count <= MOST_COUNTED;
    }
}
