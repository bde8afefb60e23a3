package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.stream.Stream;
import org.hoshimori.platform.evidence.Incoming.Received;

/// The bytes of evidence, each under its own digest (SHA-256, 64 lower-case hex digits), never
/// written to again: in a folder, or in a bucket by setting (ADR 0012).
sealed interface ByteStore permits FolderStore, BucketStore {

    /// Gives received bytes their place for good; on return they survive a power cut. The same
    /// bytes are kept once.
    void keep(Received received) throws IOException;

    /// @throws IOException also when there are no such bytes
    InputStream open(String digest) throws IOException;

    /// The digests of bytes that have lain here since before a moment.
    Stream<String> kept(Instant before) throws IOException;

    /// Removes bytes that no row tells of; only the sweep may call this, under the digest's lock.
    void remove(String orphan) throws IOException;

    /// Where bytes of a digest lie: `ab/cd/abcd…`.
    static String place(String digest) {
        if (!isDigest(digest)) {
            throw new IllegalArgumentException("not a digest: " + digest);
        }
        return digest.substring(0, 2) + "/" + digest.substring(2, 4) + "/" + digest;
    }

    static boolean isDigest(String name) {
        return name.matches("[0-9a-f]{64}");
    }
}
