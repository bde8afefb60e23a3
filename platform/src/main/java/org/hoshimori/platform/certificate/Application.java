package org.hoshimori.platform.certificate;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.organisation.OrganisationId;

/// A company asks the operator to register a pledged assessment.
///
/// @param decidedBy the operator's person who registered or refused
/// @param reason why it was refused; else empty
public record Application(
        ApplicationId id,
        AssessmentId assessment,
        OrganisationId organisation,
        Decision decision,
        Instant appliedAt,
        AccountId appliedBy,
        Optional<Instant> decidedAt,
        Optional<AccountId> decidedBy,
        String reason) {

    /// What the operator decided.
    public enum Decision {
        WAITING,
        REGISTERED,
        REFUSED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Decision of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
