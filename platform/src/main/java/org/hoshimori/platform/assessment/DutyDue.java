package org.hoshimori.platform.assessment;

import java.time.LocalDate;
import org.hoshimori.platform.organisation.OrganisationId;

/// Something a criterion asks again and again, and when it falls due next.
///
/// @param last the day it was last done (or declared to be in place)
/// @param due the last day to do it again
public record DutyDue(
        AssessmentId assessment,
        OrganisationId organisation,
        String criterion,
        int everyMonths,
        LocalDate last,
        LocalDate due) {}
