package org.hoshimori.platform.evidence;

import java.util.UUID;

/// The number of a piece of evidence.
public record EvidenceId(UUID value) {

    public static EvidenceId of(String text) {
        return new EvidenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
