package org.hoshimori.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A file that arrived whole and lies aside until somebody keeps it; closing forgets it.
public final class Arrived implements AutoCloseable {

    private final Incoming incoming;
    private final Incoming.Received received;

    Arrived(Incoming incoming, Incoming.Received received) {
        this.incoming = incoming;
        this.received = received;
    }

    /// SHA-256 of its bytes, in lower-case hex.
    public String digest() {
        return received.digest();
    }

    Incoming.Received received() {
        return received;
    }

    @Override
    public void close() {
        try {
            incoming.discard(received);
        } catch (IOException e) {
            throw new UncheckedIOException("a file laid aside cannot be removed", e);
        }
    }
}
