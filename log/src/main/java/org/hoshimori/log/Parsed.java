package org.hoshimori.log;

/// What reading somebody's text came to.
public sealed interface Parsed<T> {

    record Read<T>(T value) implements Parsed<T> {}

    /// @param reason what is wrong, in English, in one line without the text itself
    record Malformed<T>(String reason) implements Parsed<T> {}

    /// The value, where malformed text can only be a fault of our own.
    default T orThrow() {
        return switch (this) {
            case Read<T>(T value) -> value;
            case Malformed<T>(String reason) -> throw new IllegalArgumentException(reason);
        };
    }
}
