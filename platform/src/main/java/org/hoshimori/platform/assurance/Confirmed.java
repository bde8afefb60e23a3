package org.hoshimori.platform.assurance;

import java.util.List;

/// What became of an expert's signature.
public sealed interface Confirmed {

    record Done(Confirmation confirmation) implements Confirmed {}

    /// What was shown is no longer what would be signed now, or was shown too long ago.
    record Stale() implements Confirmed {}

    record NotYet(List<Obstacle> obstacles) implements Confirmed {
        public NotYet {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// The passkey's answer does not hold.
    record Refused(String reasonKey) implements Confirmed {}
}
