package org.hoshimori.rules;

import java.util.List;

/// The founding paper's table of which levels of others lie near which star. It shows no
/// equivalence, and says so.
///
/// @param warning to be shown wherever the table is
public record Bands(String id, Text title, Text warning, String source, List<Star> stars) {
    /// @param near `scheme:level`
    public record Star(String star, Text size, List<String> near) {
        public Star {
            near = List.copyOf(near);
        }
    }

    public Bands {
        stars = List.copyOf(stars);
    }
}
