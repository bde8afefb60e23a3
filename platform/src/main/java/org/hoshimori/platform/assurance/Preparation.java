package org.hoshimori.platform.assurance;

import java.util.List;

/// Whether a statement can be put before its signer now.
public sealed interface Preparation {

    record Ready(Draft draft) implements Preparation {}

    record NotYet(List<Obstacle> obstacles) implements Preparation {
        public NotYet {
            obstacles = List.copyOf(obstacles);
        }
    }
}
