package org.hoshimori.platform.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Signatures.Signature;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.rules.Text;

/// The expert's signed confirmation (確認) of one frozen assessment.
///
/// @param by the expert and the qualification as they stood when signing
/// @param independence what was checked and found, as the certificate carries it
/// @param frozen SHA-256 of the frozen assessment, 64 lower-case hex digits
/// @param statement the signed bytes: canonical JSON
/// @param digest SHA-256 of the statement, 64 lower-case hex digits
public record Confirmation(
        UUID id,
        AssessmentId assessment,
        Signatory by,
        Text independence,
        String frozen,
        Instant at,
        byte[] statement,
        String digest,
        Signature signature) {

    /// The expert at the moment of signing.
    public record Signatory(
            AccountId account,
            String name,
            String kind,
            Text qualification,
            String number,
            LocalDate validFrom,
            Optional<LocalDate> validUntil) {}
}
