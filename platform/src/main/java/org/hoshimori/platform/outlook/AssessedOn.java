package org.hoshimori.platform.outlook;

import java.time.LocalDate;
import java.util.Optional;

/// The day from which the deadlines of all schemes are shown.
///
/// @param typed what was asked for; empty for nothing
/// @param day empty when nothing was asked for, or nothing that is a day
/// @param wrong whether it is no day
public record AssessedOn(String typed, Optional<LocalDate> day, boolean wrong, LocalDate today) {
    /// What the field holds.
    public String field() {
        return typed.isEmpty() ? today.toString() : typed;
    }
}
