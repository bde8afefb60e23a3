package org.hoshimori.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Readers of small alphabets that accept exactly one spelling of each value, so that two different
/// texts never mean the same signed thing.
final class Strict {

    private static final int LONGEST_DECIMAL = 19;

    interface Reading<T> {
        T read() throws Malformation;
    }

    private Strict() {}

    static <T> Parsed<T> attempt(Reading<T> reading) {
        try {
            return new Parsed.Read<>(reading.read());
        } catch (Malformation e) {
            return new Parsed.Malformed<>(e.reason());
        }
    }

    static String utf8(byte[] bytes) throws Malformation {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformation("not UTF-8");
        }
    }

    /// Standard base64 with its padding; unused bits must be zero.
    static Bytes base64(String text) throws Malformation {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Malformation("not base64");
        }
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new Malformation("base64 in another than its one canonical spelling");
        }
        return Bytes.of(bytes);
    }

    /// A number from 0 to 2^63-1 in ASCII digits without leading zeroes.
    static long decimal(String text) throws Malformation {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= LONGEST_DECIMAL
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new Malformation("not a decimal number without leading zeroes");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformation("a number beyond 2^63-1");
        }
    }

    /// The name of a key: not empty, no spaces, no plus sign (C2SP signed-note).
    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+' || c < ' ' || isSpace(c) || isSurrogate(c));
    }

    /// One line that a note can carry: no control characters, no lone surrogates.
    static boolean isLine(String line) {
        return line.codePoints().noneMatch(c -> c < ' ' || isSurrogate(c));
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || Character.isWhitespace(codePoint)
                || codePoint == 0x85;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
