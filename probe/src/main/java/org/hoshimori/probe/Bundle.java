package org.hoshimori.probe;

import java.util.List;
import java.util.Optional;

/// A file of observations, one a line, with an optional seal as its last line.
///
/// @param faults lines that could not be read; a strict reader refuses the bundle for any
/// @param seal the signature line, when there is one; see [Seal#holds]
/// @param body the bytes before the seal, which it signs
public record Bundle(
        List<Observation> observations, List<LineFault> faults, Optional<Seal> seal, Octets body) {

    public Bundle {
        observations = List.copyOf(observations);
        faults = List.copyOf(faults);
    }

    /// One line that is not an observation.
    ///
    /// @param line counted from 1
    /// @param column counted from 1
    public record LineFault(int line, int column, String problem) {
        public String in(String file) {
            return file + ":" + line + ":" + column + ": " + problem;
        }
    }
}
