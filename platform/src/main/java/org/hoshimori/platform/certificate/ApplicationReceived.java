package org.hoshimori.platform.certificate;

import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.organisation.OrganisationId;

/// A company applied for registration.
public record ApplicationReceived(
        ApplicationId application, AssessmentId assessment, OrganisationId organisation) {}
