package org.hoshimori.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The random challenge of a registration or sign-in: it lives in the session, once, for as long as
/// the browser's dialog may stay open.
@Component
class Challenge {

    private static final String NAME = "passkey-challenge";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    Challenge(Clock clock) {
        this.clock = clock;
    }

    byte[] begin(HttpServletRequest request) {
        byte[] challenge = new byte[32];
        RANDOM.nextBytes(challenge);
        Instant until = clock.instant().plusMillis(PasskeyOptions.TIMEOUT);
        request.getSession().setAttribute(NAME, until + " " + Passkey.encode(challenge));
        return challenge;
    }

    /// Takes the challenge away: a second answer to it comes too late.
    Optional<byte[]> take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof String kept)) {
            return Optional.empty();
        }
        session.removeAttribute(NAME);
        String[] parts = kept.split(" ", 2);
        return Instant.parse(parts[0]).isAfter(clock.instant())
                ? Passkey.decode(parts[1])
                : Optional.empty();
    }
}
