package org.hoshimori.probe;

import java.util.Arrays;

/// The bytes as they came over the wire, so that anybody can parse them again.
///
/// @param kind what the bytes are: `dns` (a message), `http` (a head), `tls` (a handshake message),
///   `certificate` (DER), `banner`, `text`
/// @param label which of several, such as the name asked for
/// @param whole false when the bytes were cut at [#MOST]
public record Proof(String kind, String label, Octets content, boolean whole) {

    /// The most bytes kept of one proof.
    public static final int MOST = 16 * 1024;

    public static Proof of(String kind, String label, byte[] bytes) {
        boolean whole = bytes.length <= MOST;
        return new Proof(kind, label, Octets.of(whole ? bytes : Arrays.copyOf(bytes, MOST)), whole);
    }

    public static Proof text(String label, String text) {
        return of("text", label, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
