package org.hoshimori.rules;

import java.io.IOException;
import java.io.InputStream;

/// A scheme file as bytes with the name that faults shall show.
public record SchemeFile(String name, byte[] bytes) {
    /// Reads and closes nothing: the caller owns `content`.
    public static SchemeFile of(String name, InputStream content) throws IOException {
        return new SchemeFile(name, content.readAllBytes());
    }
}
