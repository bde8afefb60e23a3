package org.hoshimori.platform.api;

import java.time.Instant;
import java.util.Optional;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.platform.organisation.OrganisationId;

/// A token of a company, without its secret.
///
/// @param name as its maker calls it
/// @param ending the last four characters of the secret, so that people tell tokens apart
/// @param expiresAt at most a year after `createdAt`
/// @param lastUsedAt to the minute
public record Token(
        TokenId id,
        OrganisationId organisation,
        String name,
        Access access,
        String ending,
        Instant createdAt,
        AccountId createdBy,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /// How a token stands at a moment.
    public enum State {
        VALID,
        EXPIRED,
        REVOKED;

        /// The end of its message key.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
    }
}
