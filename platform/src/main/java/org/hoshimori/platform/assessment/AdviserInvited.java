package org.hoshimori.platform.assessment;

import java.util.UUID;

/// Somebody from outside was invited to help; the letter leads to
/// `/assessments/invitations/{invitation}`.
public record AdviserInvited(AssessmentId assessment, UUID invitation, String email) {}
