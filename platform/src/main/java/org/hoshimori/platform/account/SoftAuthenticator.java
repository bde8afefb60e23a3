package org.hoshimori.platform.account;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A passkey in software, for the sample nation's people and for tests: it makes what a browser and
/// its authenticator make, and the server verifies it the same way.
///
/// It holds one ES256 key in memory and claims that the person was verified. Never give one to a
/// real person: whoever holds the object signs.
public final class SoftAuthenticator {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final JsonMapper JSON = new JsonMapper();

    private final String origin;
    private final byte[] credentialId = new byte[32];
    private final KeyPair keys;
    private final boolean verifies;
    private byte @Nullable [] userHandle;
    private int counter;

    private SoftAuthenticator(String origin, boolean verifies) {
        this.origin = origin;
        this.verifies = verifies;
        new SecureRandom().nextBytes(credentialId);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /// @param origin the site, for example `http://localhost:8080`
    public static SoftAuthenticator on(String origin) {
        return new SoftAuthenticator(origin, true);
    }

    /// One that asks for neither finger nor PIN: the server must refuse it.
    static SoftAuthenticator careless(String origin) {
        return new SoftAuthenticator(origin, false);
    }

    /// Answers PublicKeyCredentialCreationOptionsJSON with a RegistrationResponseJSON.
    public String create(String options) {
        JsonNode asked = JSON.readTree(options);
        userHandle = Passkey.decode(asked.path("user").path("id").asString("")).orElseThrow();
        byte[] key = coseKey();
        byte[] attested =
                ByteBuffer.allocate(16 + 2 + credentialId.length + key.length)
                        .put(new byte[16])
                        .putShort((short) credentialId.length)
                        .put(credentialId)
                        .put(key)
                        .array();
        byte[] data =
                authenticatorData(asked.path("rp").path("id").asString(host()), ATTESTED, attested);
        byte[] attestation =
                new Cbor()
                        .map(3)
                        .text("fmt")
                        .text("none")
                        .text("attStmt")
                        .map(0)
                        .text("authData")
                        .bytes(data)
                        .toBytes();
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", clientData("webauthn.create", asked));
        response.put("attestationObject", Passkey.encode(attestation));
        response.put("transports", new String[] {"internal"});
        return credential(response);
    }

    /// Answers PublicKeyCredentialRequestOptionsJSON with an AuthenticationResponseJSON.
    public String get(String options) {
        JsonNode asked = JSON.readTree(options);
        counter++;
        byte[] data = authenticatorData(asked.path("rpId").asString(host()), 0, new byte[0]);
        String clientData = clientData("webauthn.get", asked);
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("clientDataJSON", clientData);
        response.put("authenticatorData", Passkey.encode(data));
        response.put(
                "signature",
                Passkey.encode(sign(data, Sha256.of(Passkey.decode(clientData).orElseThrow()))));
        if (userHandle != null) {
            response.put("userHandle", Passkey.encode(userHandle));
        }
        return credential(response);
    }

    private String credential(Map<String, Object> response) {
        Map<String, Object> credential = new LinkedHashMap<>();
        credential.put("id", Passkey.encode(credentialId));
        credential.put("rawId", Passkey.encode(credentialId));
        credential.put("type", "public-key");
        credential.put("authenticatorAttachment", "platform");
        credential.put("response", response);
        credential.put("clientExtensionResults", Map.of());
        return JSON.writeValueAsString(credential);
    }

    private String clientData(String type, JsonNode asked) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("type", type);
        data.put("challenge", asked.path("challenge").asString(""));
        data.put("origin", origin);
        data.put("crossOrigin", false);
        return Passkey.encode(JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8));
    }

    /// WebAuthn §6.1: hash of the site's id, flags, counter, and the new key if there is one.
    private byte[] authenticatorData(String rpId, int more, byte[] attested) {
        return ByteBuffer.allocate(37 + attested.length)
                .put(Sha256.of(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (verifies ? VERIFIED : 0) | more))
                .putInt(counter)
                .put(attested)
                .array();
    }

    private byte[] sign(byte[] data, byte[] clientHash) {
        try {
            var signer = java.security.Signature.getInstance("SHA256withECDSA");
            signer.initSign(keys.getPrivate());
            signer.update(data);
            signer.update(clientHash);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with P-256", e);
        }
    }

    private byte[] coseKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return new Cbor()
                .map(5)
                .number(1)
                .number(2)
                .number(3)
                .number(CoseKey.ES256)
                .number(-1)
                .number(1)
                .number(-2)
                .bytes(coordinate(point.getAffineX()))
                .number(-3)
                .bytes(coordinate(point.getAffineY()))
                .toBytes();
    }

    private static byte[] coordinate(java.math.BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private String host() {
        return URI.create(origin).getHost();
    }
}
