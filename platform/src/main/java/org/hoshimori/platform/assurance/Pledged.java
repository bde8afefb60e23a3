package org.hoshimori.platform.assurance;

import java.util.List;

/// What became of an executive's signature.
public sealed interface Pledged {

    record Done(Pledge pledge) implements Pledged {}

    /// What was shown is no longer what would be signed now, or was shown too long ago.
    record Stale() implements Pledged {}

    record NotYet(List<Obstacle> obstacles) implements Pledged {
        public NotYet {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// The passkey's answer does not hold.
    record Refused(String reasonKey) implements Pledged {}
}
