package org.hoshimori.platform.assurance;

import java.time.Instant;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.account.Signatures.Signature;
import org.hoshimori.platform.assessment.AssessmentId;

/// The executive's signed pledge of conformity (自己適合宣誓).
///
/// @param confirmation the confirmation it rests on
/// @param title the executive's title as written by the executive, for example 代表取締役
/// @param statement the signed bytes: canonical JSON
/// @param digest SHA-256 of the statement, 64 lower-case hex digits
public record Pledge(
        UUID id,
        AssessmentId assessment,
        UUID confirmation,
        AccountId executive,
        String name,
        String title,
        Instant at,
        byte[] statement,
        String digest,
        Signature signature) {}
