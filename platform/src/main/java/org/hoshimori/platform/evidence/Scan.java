package org.hoshimori.platform.evidence;

/// What a virus scanner said of a file.
sealed interface Scan {

    record Clean() implements Scan {}

    /// @param signature the scanner's name for what it found
    record Infected(String signature) implements Scan {}

    /// No scanner answered, or it answered that it could not scan.
    record Unreachable(String why) implements Scan {}

    /// None is set up.
    record Off() implements Scan {}
}
