package org.hoshimori.platform.certificate;

import java.time.LocalDate;
import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.organisation.OrganisationId;

/// Something that a criterion asks every year (or so) is to be done again within a month: told once
/// for every day it falls due.
public record DutyFallsDue(
        AssessmentId assessment, OrganisationId organisation, String criterion, LocalDate due) {}
