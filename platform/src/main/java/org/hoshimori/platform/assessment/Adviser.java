package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.organisation.OrganisationId;

/// Somebody from outside who helps with one assessment: a fact for the independence of an expert.
///
/// @param organisation the company that is helped
/// @param employer whom the adviser works for, in the adviser's own words; empty for nobody
/// @param employerNumber that employer's 法人番号, 13 digits
/// @param from when the invitation was accepted
/// @param until when the help was ended; empty while it goes on
public record Adviser(
        AssessmentId assessment,
        OrganisationId organisation,
        AccountId account,
        String name,
        String employer,
        Optional<String> employerNumber,
        Instant from,
        Optional<Instant> until) {}
