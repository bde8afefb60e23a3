package org.hoshimori.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 (RFC 8032) from the JDK, with keys as the 32 bytes that notes use.
final class Ed25519 {

    static final int KEY_SIZE = 32;
    static final int SIGNATURE_SIZE = 64;

    /// What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 4).
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static Bytes publicKey(Bytes seed) {
        try {
            // The JDK derives a public key only while generating: so the randomness it asks for is
            // the seed.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Replayed(seed));
            EdECPublicKey key = (EdECPublicKey) generator.generateKeyPair().getPublic();
            byte[] spki = key.getEncoded();
            return Bytes.of(Arrays.copyOfRange(spki, SPKI.length, spki.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    static Bytes sign(Bytes seed, byte[] message) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new EdECPrivateKeySpec(
                                            NamedParameterSpec.ED25519, seed.toArray()));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return Bytes.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /// Whether the 32 bytes are a point a signature could be checked against.
    static boolean isKey(Bytes publicKey) {
        try {
            Signature.getInstance("Ed25519").initVerify(decode(publicKey));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean verifies(Bytes publicKey, byte[] message, Bytes signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(decode(publicKey));
            signature.update(message);
            return signature.verify(signed.raw());
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was accepted is refused now", e);
        }
    }

    private static PublicKey decode(Bytes publicKey) throws GeneralSecurityException {
        byte[] spki = Arrays.copyOf(SPKI, SPKI.length + KEY_SIZE);
        System.arraycopy(publicKey.raw(), 0, spki, SPKI.length, KEY_SIZE);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }

    /// Randomness that is a known seed.
    private static final class Replayed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient Bytes seed;

        Replayed(Bytes seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed.raw(), 0, bytes, 0, bytes.length);
        }
    }
}
