package org.hoshimori.probe.tls;

import java.util.Arrays;
import org.hoshimori.probe.Malformed;

/// Reads numbers and vectors from bytes of a stranger; running over the end is a fault, never an
/// exception of the machine.
final class Cursor {

    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Cursor(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    boolean more() {
        return at < end;
    }

    int left() {
        return end - at;
    }

    int number(int octets) throws Malformed {
        need(octets);
        int number = 0;
        for (int i = 0; i < octets; i++) {
            number = number << 8 | bytes[at++] & 0xff;
        }
        return number;
    }

    byte[] take(int count) throws Malformed {
        need(count);
        at += count;
        return Arrays.copyOfRange(bytes, at - count, at);
    }

    void skip(int count) throws Malformed {
        need(count);
        at += count;
    }

    /// A vector whose length stands in this many octets before it.
    Cursor vector(int octets) throws Malformed {
        int length = number(octets);
        need(length);
        Cursor inner = new Cursor(bytes, at, at + length);
        at += length;
        return inner;
    }

    byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    private void need(int count) throws Malformed {
        if (count < 0 || count > end - at) {
            throw new Malformed(at + 1, "a TLS message ends too early");
        }
    }
}
