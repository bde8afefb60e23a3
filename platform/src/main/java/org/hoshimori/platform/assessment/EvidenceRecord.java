package org.hoshimori.platform.assessment;

import java.time.Instant;
import java.util.Locale;
import org.hoshimori.platform.evidence.Evidence;
import org.jspecify.annotations.Nullable;

/// A piece of evidence as programs see it.
///
/// @param kind file, link or statement
/// @param digest SHA-256 in hex; null for a link
/// @param check what the virus scanner said: none, clean, waiting or infected
record EvidenceRecord(
        String id,
        String kind,
        String name,
        String media_type,
        long size,
        @Nullable String digest,
        String check,
        Instant at) {

    static EvidenceRecord of(Evidence one) {
        return new EvidenceRecord(
                one.id().toString(),
                one.kind().name().toLowerCase(Locale.ROOT),
                one.name(),
                one.mediaType(),
                one.size(),
                one.digest().orElse(null),
                one.check().name().toLowerCase(Locale.ROOT),
                one.at());
    }
}
