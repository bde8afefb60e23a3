package org.hoshimori.platform.assessment;

/// The expert returned answers to the company.
public record AssessmentReturned(AssessmentId assessment) {}
