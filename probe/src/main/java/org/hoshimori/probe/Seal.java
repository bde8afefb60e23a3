package org.hoshimori.probe;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The last line of a signed bundle: an Ed25519 signature (RFC 8032) over the bytes of all lines
/// before it. Who the key belongs to is for the reader to know.
///
/// @param sha256 of the signed bytes, in hex
/// @param key the public key, X.509 form in base64
/// @param signature in base64
public record Seal(String sha256, String key, String signature) {

    /// Signs these bytes, which end with a line break.
    public static Seal over(byte[] body, PrivateKey secret, PublicKey key) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(body);
            return new Seal(
                    digest(body),
                    Base64.getEncoder().encodeToString(key.getEncoded()),
                    Base64.getEncoder().encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /// Whether the signature is by the key that it names, over exactly these bytes.
    public boolean holds(byte[] body) {
        if (!digest(body).equals(sha256)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    public String line() {
        Map<String, Object> seal = new LinkedHashMap<>();
        seal.put("seal", "ed25519");
        seal.put("sha256", sha256);
        seal.put("key", key);
        seal.put("signature", signature);
        return Json.write(seal);
    }

    static Seal read(String line) throws Malformed {
        JsonNode node = Json.read(line);
        if (!node.path("seal").asString("").equals("ed25519")) {
            throw new Malformed("field seal: ed25519");
        }
        return new Seal(
                node.path("sha256").asString(""),
                node.path("key").asString(""),
                node.path("signature").asString(""));
    }

    /// SHA-256 in hex.
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
