package org.hoshimori.probe.dns;

import org.hoshimori.probe.Outcome;

/// What a failed question means for a check.
public final class Unsettled {

    private Unsettled() {}

    public static Outcome by(Answer.Failed failed) {
        return failed.timedOut()
                ? new Outcome.TimedOut(6000)
                : new Outcome.Inconclusive(failed.reason());
    }
}
