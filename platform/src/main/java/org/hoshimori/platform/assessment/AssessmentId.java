package org.hoshimori.platform.assessment;

import java.util.UUID;

/// The number of an assessment.
public record AssessmentId(UUID value) {

    public static AssessmentId of(String text) {
        return new AssessmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
