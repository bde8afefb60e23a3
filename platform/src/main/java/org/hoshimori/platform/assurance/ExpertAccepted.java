package org.hoshimori.platform.assurance;

import java.util.UUID;
import org.hoshimori.platform.assessment.AssessmentId;

/// The expert accepted the engagement.
///
/// @param engagement ask [Assurances#engagement(UUID)] for whom and why
public record ExpertAccepted(UUID engagement, AssessmentId assessment) {}
