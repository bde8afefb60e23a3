package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text form that verifier and signer keys share: `name+id+base64(type || key)` (C2SP
/// signed-note).
record KeyText(String name, int id, Bytes key) {

    private static final byte ED25519 = 1;
    private static final int LONGEST = 1000;
    private static final Pattern SHAPE = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    static KeyText read(String text) throws Malformation {
        Matcher matcher = SHAPE.matcher(text);
        if (text.length() > LONGEST || !matcher.matches() || !Strict.isKeyName(matcher.group(1))) {
            throw new Malformation("not a key of the form name+id+base64");
        }
        Bytes typed = Strict.base64(matcher.group(3));
        if (typed.size() != 1 + Ed25519.KEY_SIZE || typed.raw()[0] != ED25519) {
            throw new Malformation("not an Ed25519 key (type 01 and 32 bytes)");
        }
        int id = (int) Long.parseLong(matcher.group(2), 16);
        return new KeyText(matcher.group(1), id, typed.slice(1, typed.size()));
    }

    String text() {
        return name + "+" + hex(id) + "+" + Bytes.of(typed(key)).base64();
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }

    /// The first four bytes of SHA-256(name || newline || 01 || public key).
    static int id(String name, Bytes publicKey) {
        java.security.MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return java.nio.ByteBuffer.wrap(digest.digest(typed(publicKey))).getInt();
    }

    private static byte[] typed(Bytes key) {
        byte[] typed = new byte[1 + key.size()];
        Arrays.fill(typed, 0, 1, ED25519);
        System.arraycopy(key.raw(), 0, typed, 1, key.size());
        return typed;
    }
}
