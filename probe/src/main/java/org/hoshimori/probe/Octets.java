package org.hoshimori.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// An immutable run of bytes with equality by content: what records hold instead of an array.
public final class Octets {

    private final byte[] content;

    private Octets(byte[] content) {
        this.content = content;
    }

    public static Octets of(byte[] content) {
        return new Octets(content.clone());
    }

    public byte[] toArray() {
        return content.clone();
    }

    public int size() {
        return content.length;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    /// Whether these bytes are plain printable text that JSON can carry unchanged.
    boolean printable() {
        for (byte octet : content) {
            if (!(octet >= 0x20 && octet < 0x7f)
                    && octet != '\n'
                    && octet != '\r'
                    && octet != '\t') {
                return false;
            }
        }
        return true;
    }

    /// The bytes as text, one character a byte.
    public String latin() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(content, octets.content);
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
