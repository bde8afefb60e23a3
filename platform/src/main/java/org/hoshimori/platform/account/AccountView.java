package org.hoshimori.platform.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a person's own page shows.
///
/// @param otherSessions how many other browsers are signed in
public record AccountView(
        Account account, List<Key> passkeys, int otherSessions, String nameError) {

    public AccountView {
        passkeys = List.copyOf(passkeys);
    }

    /// A passkey in the list.
    public record Key(
            String id,
            String label,
            boolean synced,
            Instant createdAt,
            Optional<Instant> lastUsedAt) {

        static Key of(Passkey passkey) {
            return new Key(
                    passkey.id(),
                    passkey.label(),
                    passkey.synced(),
                    passkey.createdAt(),
                    passkey.lastUsedAt());
        }
    }
}
