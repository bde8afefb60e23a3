package org.hoshimori.platform.outlook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hoshimori.rules.Edition;
import org.hoshimori.rules.Level;

/// What is wanted of a plan, understood.
///
/// @param goals at most one a scheme
/// @param wrong fields that could not be understood; the plan is made without them
public record Asked(
        List<Aim> goals,
        Optional<Long> budget,
        Optional<LocalDate> by,
        Set<String> with,
        Set<String> without,
        List<String> wrong) {

    /// A level that is wanted.
    public record Aim(Edition edition, Level level) {

        String word() {
            return edition.scheme() + "/" + edition.id() + "/" + level.id();
        }
    }
}
