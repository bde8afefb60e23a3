package org.hoshimori.platform.certificate;

import org.hoshimori.platform.assessment.AssessmentId;
import org.hoshimori.platform.organisation.OrganisationId;

/// The operator refused an application; the reason stands in it.
public record ApplicationRefused(
        ApplicationId application, AssessmentId assessment, OrganisationId organisation) {}
