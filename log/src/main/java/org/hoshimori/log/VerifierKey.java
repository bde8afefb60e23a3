package org.hoshimori.log;

/// The public half of a log's key (C2SP signed-note "vkey").
///
/// @param name who signs, usually the log's origin; no spaces, no plus sign
/// @param id derived from name and key; only both together name a key
/// @param publicKey 32 bytes, Ed25519 (RFC 8032)
public record VerifierKey(String name, int id, Bytes publicKey) {

    public VerifierKey {
        if (!Strict.isKeyName(name)) {
            throw new IllegalArgumentException("not the name of a key: " + name);
        }
        if (publicKey.size() != Ed25519.KEY_SIZE || !Ed25519.isKey(publicKey)) {
            throw new IllegalArgumentException("not an Ed25519 public key");
        }
        if (id != KeyText.id(name, publicKey)) {
            throw new IllegalArgumentException("the key id does not belong to this name and key");
        }
    }

    public static VerifierKey of(String name, Bytes publicKey) {
        return new VerifierKey(name, KeyText.id(name, publicKey), publicKey);
    }

    /// Reads `name+id+base64(01 || key)`.
    public static Parsed<VerifierKey> parse(String text) {
        return Strict.attempt(() -> read(text));
    }

    static VerifierKey read(String text) throws Malformation {
        KeyText key = KeyText.read(text);
        if (key.id() != KeyText.id(key.name(), key.key())) {
            throw new Malformation("the key id does not belong to this name and key");
        }
        if (!Ed25519.isKey(key.key())) {
            throw new Malformation("the 32 bytes are no Ed25519 public key");
        }
        return new VerifierKey(key.name(), key.id(), key.key());
    }

    public String text() {
        return new KeyText(name, id, publicKey).text();
    }

    boolean made(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id;
    }

    boolean verifies(byte[] message, Bytes signature) {
        return signature.size() == Ed25519.SIGNATURE_SIZE
                && Ed25519.verifies(publicKey, message, signature);
    }

    @Override
    public String toString() {
        return text();
    }
}
