package org.hoshimori.platform.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.credential.CertificateFacts;
import org.hoshimori.platform.credential.CertificateNumber;
import org.hoshimori.platform.organisation.OrganisationId;

/// A certificate as it is now.
///
/// @param serial its place in the order of registration, from 0
/// @param facts what it says, for ever
/// @param credential the signed credential of its issue
/// @param entry number of the register's entry of its registration
/// @param reason why it is suspended or withdrawn; public; else empty
/// @param changedAt since when it is in this state
/// @param supersededBy its renewal, once that is registered
public record Certificate(
        CertificateNumber number,
        long serial,
        AssessmentId assessment,
        OrganisationId organisation,
        State state,
        CertificateFacts facts,
        String credential,
        long entry,
        Instant registeredAt,
        Instant changedAt,
        String reason,
        Optional<CertificateNumber> supersededBy) {

    /// Whether it has effect on a day in Tokyo.
    public boolean validOn(LocalDate day) {
        return state == State.REGISTERED
                && !day.isBefore(facts.validFrom())
                && !day.isAfter(facts.validUntil());
    }
}
