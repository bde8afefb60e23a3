package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One working out of what another edition would do to all stored assessments.
///
/// @param total assessments when it was asked for
/// @param judged how many of them are done
/// @param endedAt empty while it goes on
public record EffectRun(
        UUID id, int total, int judged, Instant askedAt, Optional<Instant> endedAt) {}
