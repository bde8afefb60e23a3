package org.hoshimori.platform.assurance;

import org.hoshimori.platform.assessment.AssessmentId;

/// The executive pledged with a signature.
public record AssessmentPledged(AssessmentId assessment) {}
