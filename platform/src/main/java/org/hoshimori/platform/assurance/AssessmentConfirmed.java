package org.hoshimori.platform.assurance;

import org.hoshimori.platform.assessment.AssessmentId;

/// The expert confirmed the assessment with a signature.
public record AssessmentConfirmed(AssessmentId assessment) {}
