package org.hoshimori.log;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// The secret half of a log's key. Its text form is the one of Go's sumdb notes; it is never
/// printed by accident.
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final Bytes seed;
    private final VerifierKey verifier;

    private SignerKey(String name, Bytes seed) {
        this.seed = seed;
        this.verifier = VerifierKey.of(name, Ed25519.publicKey(seed));
    }

    public static SignerKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_SIZE];
        random.nextBytes(seed);
        return new SignerKey(name, Bytes.of(seed));
    }

    /// Reads `PRIVATE+KEY+name+id+base64(01 || seed)`.
    public static Parsed<SignerKey> parse(String text) {
        return Strict.attempt(() -> {
            if (!text.startsWith(PREFIX)) {
                throw new Malformation("a signer key begins with " + PREFIX);
            }
            KeyText key = KeyText.read(text.substring(PREFIX.length()));
            SignerKey signer = new SignerKey(key.name(), key.key());
            if (signer.verifier.id() != key.id()) {
                throw new Malformation("the key id does not belong to this name and key");
            }
            return signer;
        });
    }

    /// The secret in its text form: for a file only its owner reads.
    public String secretText() {
        return PREFIX + new KeyText(verifier.name(), verifier.id(), seed).text();
    }

    public VerifierKey verifier() {
        return verifier;
    }

    NoteSignature sign(String text) {
        Bytes signature = Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8));
        return new NoteSignature(verifier.name(), verifier.id(), signature);
    }

    @Override
    public String toString() {
        return "signer of " + verifier.text();
    }
}
