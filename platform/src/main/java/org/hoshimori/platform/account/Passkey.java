package org.hoshimori.platform.account;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A registered passkey.
///
/// @param label what its owner calls it
/// @param publicKey the COSE key (RFC 9052)
/// @param counter how often it was used, as it says itself; 0 when it does not count
/// @param synced whether its owner's devices may share it (backup eligible, WebAuthn §6.1.3)
record Passkey(
        byte[] credentialId,
        AccountId account,
        String label,
        byte[] publicKey,
        UUID aaguid,
        long counter,
        boolean synced,
        List<String> transports,
        Instant createdAt,
        Optional<Instant> lastUsedAt) {

    String id() {
        return encode(credentialId);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<byte[]> decode(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
