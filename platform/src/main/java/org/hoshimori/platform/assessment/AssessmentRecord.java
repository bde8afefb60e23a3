package org.hoshimori.platform.assessment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An assessment as programs see it.
///
/// @param renews the assessment it continues
/// @param version counts every change to its answers and its scope
record AssessmentRecord(
        String id,
        String scheme,
        String edition,
        String level,
        String stage,
        Instant created_at,
        @Nullable String renews,
        int version) {

    /// What a program sends to begin one.
    ///
    /// @param edition left out: the one that is valid today
    record Begin(
            @JsonProperty(required = true) String scheme,
            @Nullable String edition,
            @JsonProperty(required = true) String level) {}

    /// With what the answers amount to.
    ///
    /// @param evaluation what `hoshimori evaluate --json` prints
    record Evaluated(
            String id,
            String scheme,
            String edition,
            String level,
            String stage,
            Instant created_at,
            @Nullable String renews,
            int version,
            @JsonRawValue String evaluation) {}

    static AssessmentRecord of(Assessment one) {
        return new AssessmentRecord(
                one.id().toString(),
                one.scheme(),
                one.edition(),
                one.level(),
                one.stage().code(),
                one.createdAt(),
                one.renews().map(AssessmentId::toString).orElse(null),
                one.version());
    }

    Evaluated with(String evaluation) {
        return new Evaluated(
                id, scheme, edition, level, stage, created_at, renews, version, evaluation);
    }
}
