package org.hoshimori.platform.organisation;

import java.time.Instant;
import java.util.Map;

/// A line of the audit trail as a page shows it.
///
/// @param who the person's name; empty when the system did it
/// @param what a sentence
/// @param details label and value
public record LineView(
        long number, Instant at, String who, String what, Map<String, String> details) {}
