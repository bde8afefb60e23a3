package org.hoshimori.platform.assurance;

import java.util.UUID;

/// What became of a claimed qualification.
public sealed interface Claimed {

    /// Waits for the operator.
    record Submitted(UUID qualification) implements Claimed {}

    /// @param field the field to correct: `kind`, `number`, `validFrom` or `validUntil`
    /// @param reason the key of the sentence that says why
    record Refused(String field, String reason) implements Claimed {}
}
