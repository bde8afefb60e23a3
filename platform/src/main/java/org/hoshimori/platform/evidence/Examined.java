package org.hoshimori.platform.evidence;

/// Whether a file that arrived can be evidence.
public sealed interface Examined {

    /// It can: [EvidenceRoom#keep] takes it.
    final class Fit implements Examined {

        private final Incoming.Received received;
        private final Recognition.Known known;
        private final Evidence.Check check;

        Fit(Incoming.Received received, Recognition.Known known, Evidence.Check check) {
            this.received = received;
            this.known = known;
            this.check = check;
        }

        Incoming.Received received() {
            return received;
        }

        Recognition.Known known() {
            return known;
        }

        Evidence.Check check() {
            return check;
        }
    }

    record Unfit(Added.Refused refused) implements Examined {}
}
