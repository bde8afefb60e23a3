package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An invitation to help with one assessment. It is bound to a mail address: the link alone gives
/// nothing to somebody else.
///
/// @param email lower case
/// @param name of the person who accepted; empty before
/// @param acceptedAt empty while nobody accepted
/// @param endedAt when it was revoked, or the help was ended
public record AdviserInvitation(
        UUID id,
        AssessmentId assessment,
        String email,
        Instant invitedAt,
        Instant validUntil,
        String name,
        String employer,
        Optional<String> employerNumber,
        Optional<Instant> acceptedAt,
        Optional<Instant> endedAt) {

    /// Where it stands.
    public enum State {
        WAITING,
        LAPSED,
        ACTIVE,
        ENDED;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state(Instant now) {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        if (acceptedAt.isPresent()) {
            return State.ACTIVE;
        }
        return now.isBefore(validUntil) ? State.WAITING : State.LAPSED;
    }
}
