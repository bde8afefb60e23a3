package org.hoshimori.probe;

import java.time.Instant;
import java.util.List;

/// One look at one thing from outside: what was asked of whom, when, how it went, and the bytes
/// that show it.
///
/// @param check id of the check, such as `mail.spf`; a dot separates the family
/// @param standard what the check reads by, such as `RFC 7208`
/// @param target what the caller asked for, as given
/// @param asset what was looked at: a domain, or `host:port`
/// @param time when the look began, to the millisecond
/// @param millis how long it took; no rating ever reads it
/// @param vantage where was looked from, such as `probe` or `import:nmap`
public record Observation(
        String check,
        String standard,
        String target,
        String asset,
        Instant time,
        long millis,
        String vantage,
        Outcome outcome,
        List<Proof> proof) {

    public Observation {
        if (check.isEmpty() || asset.isEmpty()) {
            throw new IllegalArgumentException("an observation names its check and its asset");
        }
        time = Instant.ofEpochMilli(time.toEpochMilli());
        proof = List.copyOf(proof);
    }
}
