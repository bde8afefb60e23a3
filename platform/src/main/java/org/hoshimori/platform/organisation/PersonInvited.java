package org.hoshimori.platform.organisation;

import java.time.Instant;

/// Somebody was invited into a company: a letter should carry the link.
///
/// The link is in the event because only its hash is stored; a handled event is deleted.
///
/// @param link the whole path `/invitations/{token}`
public record PersonInvited(
        OrganisationId organisation, String email, Role role, String link, Instant expires) {}
