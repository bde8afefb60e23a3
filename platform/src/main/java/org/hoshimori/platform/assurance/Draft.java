package org.hoshimori.platform.assurance;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.assessment.AssessmentId;

/// A statement that was put before somebody to sign, to the byte.
///
/// @param title the executive's title in a pledge, else empty
/// @param statement canonical JSON
public record Draft(
        UUID id,
        Kind kind,
        AssessmentId assessment,
        AccountId account,
        Instant at,
        String title,
        byte[] statement) {

    /// Longer than this nobody reads; whoever comes back later reads anew.
    static final Duration VALID = Duration.ofHours(1);

    /// What is signed.
    public enum Kind implements org.hoshimori.rules.Code {
        CONFIRMATION,
        PLEDGE
    }

    public String digest() {
        return Canonical.sha256(statement);
    }

    boolean validAt(Instant now) {
        return now.isBefore(at.plus(VALID));
    }
}
