package org.hoshimori.probe.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.hoshimori.probe.Facts;
import org.hoshimori.probe.Observation;
import org.hoshimori.probe.Outcome;
import org.hoshimori.probe.Proof;

/// Makes observations that say which tool they came from.
final class Imported {

    private Imported() {}

    static Observation seen(
            String tool, String check, String asset, Instant time, Facts facts, String proof) {
        return new Observation(
                check,
                "import",
                asset,
                asset,
                time,
                0,
                "import:" + tool,
                new Outcome.Seen(facts),
                List.of(Proof.text(tool, proof)));
    }

    /// Seconds since 1970 or an ISO moment; the epoch when it is neither.
    static Instant time(String text) {
        if (text.matches("\\d{1,11}")) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        try {
            return Instant.parse(text.endsWith("Z") || text.contains("+") ? text : text + "Z");
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
