package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.organisation.OrganisationId;

/// A company's self-assessment against one level of one edition.
///
/// @param edition id of the edition inside the scheme
/// @param level the level asked, such as `3`
/// @param renews the assessment of the year before, whose answers are suggested
/// @param version counts every change to its answers and its scope
public record Assessment(
        AssessmentId id,
        OrganisationId organisation,
        String scheme,
        String edition,
        String level,
        Stage stage,
        Instant createdAt,
        Optional<AssessmentId> renews,
        int version) {}
