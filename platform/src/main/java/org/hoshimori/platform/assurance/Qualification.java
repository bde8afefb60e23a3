package org.hoshimori.platform.assurance;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hoshimori.platform.account.AccountId;
import org.hoshimori.rules.Code;
import org.hoshimori.rules.Text;

/// A qualification that a person claims, and what the operator found about it.
///
/// @param kind the id in `experts.yaml`
/// @param name what that kind is called
/// @param validUntil the last valid day in Tokyo; empty for those that do not run out
/// @param reason the operator's words on a refusal or suspension, else empty
public record Qualification(
        UUID id,
        AccountId account,
        String kind,
        Text name,
        String number,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        State state,
        String reason) {

    /// Where the operator's check stands.
    public enum State implements Code {
        SUBMITTED,
        VERIFIED,
        REFUSED,
        SUSPENDED
    }

    /// Whether an expert may act on it on that day.
    public boolean countsOn(LocalDate day) {
        return state == State.VERIFIED
                && !day.isBefore(validFrom)
                && validUntil.map(last -> !day.isAfter(last)).orElse(true);
    }
}
