package org.hoshimori.platform.assessment;

/// An assessment was declared and frozen.
public record AssessmentDeclared(AssessmentId assessment) {}
