package org.hoshimori.platform.register;

import java.time.LocalDate;

/// The newest state of one certificate.
///
/// @param state the kind of the newest entry; reinstated counts as registered
/// @param entry number of that entry
public record Registration(
        String certificate,
        Company company,
        String scheme,
        String edition,
        String level,
        Kind state,
        LocalDate registeredOn,
        LocalDate validUntil,
        long entry) {

    /// Whether it may be relied on that day: registered and within its days, in Tokyo.
    public boolean valid(LocalDate day) {
        return state == Kind.REGISTERED && !day.isBefore(registeredOn) && !day.isAfter(validUntil);
    }

    /// The word for what a reader should see that day: a certificate whose days are over is expired
    /// even before the register says so.
    public String standing(LocalDate day) {
        return state == Kind.REGISTERED && day.isAfter(validUntil)
                ? Kind.EXPIRED.word()
                : state.word();
    }
}
