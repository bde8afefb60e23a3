package org.hoshimori.platform.assessment;

import java.time.Instant;
import org.hoshimori.platform.account.AccountId;

/// An assessment as it was declared: the bytes that the expert and the executive sign. Kept
/// forever; a later declaration adds another.
///
/// @param number 1 for the first declaration of the assessment
/// @param json canonical: the same content is the same bytes
/// @param sha256 of `json`, 64 lower-case hex digits
/// @param by who declared
public record Frozen(
        AssessmentId assessment, int number, byte[] json, String sha256, Instant at, AccountId by) {

    public Frozen {
        json = json.clone();
    }

    @Override
    public byte[] json() {
        return json.clone();
    }
}
