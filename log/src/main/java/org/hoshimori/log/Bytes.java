package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// An immutable run of bytes with equality by content: what records hold instead of an array.
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return content.length;
    }

    public byte[] toArray() {
        return content.clone();
    }

    /// Standard base64 with padding (RFC 4648, section 4).
    public String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /// The content itself, for readers of this package that never write to it.
    byte[] raw() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return base64();
    }
}
