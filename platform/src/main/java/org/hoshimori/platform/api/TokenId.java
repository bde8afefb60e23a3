package org.hoshimori.platform.api;

import java.util.UUID;

/// The number of a token; it opens nothing.
public record TokenId(UUID value) {

    public static TokenId of(String text) {
        return new TokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
