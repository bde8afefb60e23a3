package org.hoshimori.platform.trail;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// One thing that happened.
///
/// @param actor the account that did it; empty when the system did (a clock ran out)
/// @param what past tense in the vocabulary's words, for example `assessment.declared`
/// @param subject the kind and id of what it happened to, for example `assessment:3f1…`
/// @param organisation the organisation whose people may read this line, if any
/// @param details short facts for the reader; never secrets, never evidence
public record Happening(
        Optional<UUID> actor,
        String what,
        String subject,
        Optional<UUID> organisation,
        Map<String, String> details) {

    public Happening {
        if (!what.matches("[a-z]+(\\.[a-z-]+)+")) {
            throw new IllegalArgumentException("not the name of something that happened: " + what);
        }
        details = Map.copyOf(new TreeMap<>(details));
    }
}
