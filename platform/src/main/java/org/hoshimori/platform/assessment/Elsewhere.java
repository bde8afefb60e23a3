package org.hoshimori.platform.assessment;

/// An answer in another assessment of the same company.
record Elsewhere(
        AssessmentId assessment,
        String scheme,
        String edition,
        String level,
        String criterion,
        Said said) {}
