package org.hoshimori.platform.organisation;

/// What became of a change of a member's roles, or of a removal.
public sealed interface RoleChange {

    record Changed() implements RoleChange {}

    /// Refused: somebody must remain who can appoint others.
    record LastOwner() implements RoleChange {}
}
