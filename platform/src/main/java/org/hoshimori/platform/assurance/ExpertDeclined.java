package org.hoshimori.platform.assurance;

import java.util.UUID;
import org.hoshimori.platform.assessment.AssessmentId;

/// The expert declined, or one of the two sides ended the engagement.
///
/// @param engagement ask [Assurances#engagement(UUID)] for whom and why
public record ExpertDeclined(UUID engagement, AssessmentId assessment) {}
