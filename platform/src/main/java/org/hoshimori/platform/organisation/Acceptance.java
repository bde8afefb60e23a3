package org.hoshimori.platform.organisation;

/// What became of an opened invitation.
public sealed interface Acceptance {

    record Joined(OrganisationId organisation) implements Acceptance {}

    /// The link was sent to another address: the person must confirm.
    record OtherAddress() implements Acceptance {}

    /// The link is no longer good, or never was.
    record Closed(Reason reason) implements Acceptance {}

    enum Reason {
        EXPIRED,
        USED,
        REVOKED,
        UNKNOWN
    }
}
