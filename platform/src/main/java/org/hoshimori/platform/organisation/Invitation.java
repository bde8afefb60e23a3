package org.hoshimori.platform.organisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A link by which somebody may join a company.
///
/// @param email where it was sent, lower case
/// @param closed why it no longer works, if so
public record Invitation(
        UUID id,
        OrganisationId organisation,
        String email,
        Role role,
        Instant invitedAt,
        Instant expiresAt,
        Optional<Acceptance.Reason> closed) {}
