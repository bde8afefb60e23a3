package org.hoshimori.platform.assurance;

import java.util.UUID;
import org.hoshimori.platform.assessment.AssessmentId;

/// A company invited an expert.
///
/// @param engagement ask [Assurances#engagement(UUID)] for whom and why
public record ExpertInvited(UUID engagement, AssessmentId assessment) {}
