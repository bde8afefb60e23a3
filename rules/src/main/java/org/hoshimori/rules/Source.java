package org.hoshimori.rules;

import org.jspecify.annotations.Nullable;

/// Where a catalogue was taken from.
///
/// @param sha256 digest of the file that was read, 64 lower-case hex digits, where one was read
public record Source(
        String id,
        String title,
        @Nullable String url,
        @Nullable String sha256,
        Confidence confidence) {}
