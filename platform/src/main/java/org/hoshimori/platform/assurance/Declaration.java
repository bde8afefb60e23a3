package org.hoshimori.platform.assurance;

import java.time.LocalDate;
import java.util.Optional;

/// What the expert says about ties that no machine can know.
///
/// @param officer is an officer of the company
/// @param capital owns a part of it, or belongs to a group with it
/// @param advised advised it on security at any time
/// @param advisedUntil the last day of that; empty while it goes on (or when there was none)
/// @param others every other relation in the expert's own words; "none" is a sentence too
public record Declaration(
        boolean officer,
        boolean capital,
        boolean advised,
        Optional<LocalDate> advisedUntil,
        String others) {

    public Declaration {
        if (others.isBlank()) {
            throw new IllegalArgumentException("the declaration needs a sentence");
        }
    }
}
