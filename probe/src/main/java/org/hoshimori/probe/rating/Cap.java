package org.hoshimori.probe.rating;

import java.util.List;

/// A bound on the score while one asset surely fails all of these rules.
///
/// @param atMost points, 0 to 100
public record Cap(String id, int atMost, List<String> rules) {
    public Cap {
        rules = List.copyOf(rules);
    }
}
