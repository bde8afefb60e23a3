package org.hoshimori.platform.assurance;

import java.time.LocalDate;
import java.util.Optional;

/// A qualification as its holder writes it down.
public record QualificationClaim(
        String kind, String number, LocalDate validFrom, Optional<LocalDate> validUntil) {}
