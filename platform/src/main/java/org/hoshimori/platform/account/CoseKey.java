package org.hoshimori.platform.account;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;

/// A passkey's public key as the JDK verifies with it: ES256 on P-256, EdDSA on Ed25519, RS256 (RFC
/// 9053, RFC 8230).
record CoseKey(PublicKey key, String algorithm) {

    static final int ES256 = -7;
    static final int EDDSA = -8;
    static final int RS256 = -257;

    private static final long KEY_TYPE = 1;
    private static final long ALGORITHM = 3;
    private static final long CURVE = -1;

    /// @throws IllegalArgumentException when the bytes are no such key
    static CoseKey read(byte[] cose) {
        Map<Long, Object> map = Cbor.keyMap(cose);
        try {
            return switch ((int) number(map, ALGORITHM)) {
                case ES256 -> ec(map);
                case EDDSA -> edwards(map);
                case RS256 -> rsa(map);
                default -> throw new IllegalArgumentException("a key of an unknown algorithm");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public key", e);
        }
    }

    boolean verifies(byte[] signed, byte[] signature) {
        try {
            var verifier = java.security.Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static CoseKey ec(Map<Long, Object> map) throws GeneralSecurityException {
        expect(map, KEY_TYPE, 2);
        expect(map, CURVE, 1);
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point =
                new ECPoint(Cbor.unsigned(bytes(map, -2, 32)), Cbor.unsigned(bytes(map, -3, 32)));
        return key(
                "EC",
                "SHA256withECDSA",
                new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static CoseKey edwards(Map<Long, Object> map) throws GeneralSecurityException {
        expect(map, KEY_TYPE, 1);
        expect(map, CURVE, 6);
        // RFC 8032 §5.1.2: little-endian y, and the top bit is the sign of x.
        byte[] x = bytes(map, -2, 32);
        boolean odd = (x[31] & 0x80) != 0;
        byte[] y = new byte[32];
        for (int i = 0; i < 32; i++) {
            y[i] = x[31 - i];
        }
        y[0] &= 0x7f;
        return key(
                "Ed25519",
                "Ed25519",
                new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, Cbor.unsigned(y))));
    }

    private static CoseKey rsa(Map<Long, Object> map) throws GeneralSecurityException {
        expect(map, KEY_TYPE, 3);
        BigInteger modulus = Cbor.unsigned(bytes(map, -1, -1));
        if (modulus.bitLength() < 2048) {
            throw new IllegalArgumentException("an RSA key shorter than 2048 bits");
        }
        return key(
                "RSA",
                "SHA256withRSA",
                new RSAPublicKeySpec(modulus, Cbor.unsigned(bytes(map, -2, -1))));
    }

    private static CoseKey key(String kind, String algorithm, KeySpec spec)
            throws GeneralSecurityException {
        return new CoseKey(KeyFactory.getInstance(kind).generatePublic(spec), algorithm);
    }

    private static long number(Map<Long, Object> map, long label) {
        if (map.get(label) instanceof Long number) {
            return number;
        }
        throw new IllegalArgumentException("the key lacks " + label);
    }

    private static void expect(Map<Long, Object> map, long label, long value) {
        if (number(map, label) != value) {
            throw new IllegalArgumentException("the key's " + label + " is not " + value);
        }
    }

    private static byte[] bytes(Map<Long, Object> map, long label, int length) {
        if (map.get(label) instanceof byte[] bytes && (length < 0 || bytes.length == length)) {
            return bytes;
        }
        throw new IllegalArgumentException("the key lacks " + label);
    }
}
