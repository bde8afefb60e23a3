package org.hoshimori.platform.assessment;

import java.time.LocalDate;

/// A repeated duty that was done.
///
/// @param name of who recorded it
public record DutyDone(
        AssessmentId assessment, String criterion, LocalDate day, String note, String name) {}
