package org.hoshimori.platform.assurance;

import java.time.Instant;
import org.hoshimori.rules.Code;

/// What the expert noted on one criterion.
///
/// @param answer SHA-256 of the answer as it was read; the mark counts for no other
/// @param comment to the company, sent when the assessment is returned
public record Mark(String criterion, String answer, Kind kind, String comment, Instant at) {

    /// Read and found right, or to be asked about.
    public enum Kind implements Code {
        REVIEWED,
        QUESTION
    }
}
